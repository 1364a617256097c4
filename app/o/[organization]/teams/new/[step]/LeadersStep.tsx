import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxesField } from "@/components/manager/fields";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import type { Translate } from "@/lib/i18n/translator";
import { draftLeadersAction } from "./actions";
import { keepingForm, Onwards } from "./stepForm";

/** Who of those chosen will lead the team; without anybody chosen there is nobody to ask about. */
export function LeadersStep({ t, view }: { t: Translate; view: TeamDraftView }) {
  const { people, answers } = view;
  if (people.length === 0)
    return (
      <div className="grid gap-6">
        <p className="text-muted">{t("teams.wizard.nobodyToLead")}</p>
        <Onwards t={t} step="leaders" view={view} />
      </div>
    );
  return (
    <ActionForm action={draftLeadersAction} {...keepingForm(t, "leaders", view)}>
      <CheckboxesField
        name="leaders"
        label={t("teams.wizard.steps.leaders")}
        optional
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={answers.leaders}
      />
    </ActionForm>
  );
}
