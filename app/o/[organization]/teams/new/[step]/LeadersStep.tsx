import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxesField } from "@/components/manager/fields";
import { ButtonLink } from "@/components/ui/Button";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import type { Translate } from "@/lib/i18n/translator";
import { draftLeadersAction } from "./actions";
import { Onwards, stepForm } from "./stepForm";
import { stepHref } from "./steps";

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
    <ActionForm
      action={draftLeadersAction}
      {...stepForm(t, "leaders", view)}
      submit={t("common.continue")}
      aside={<ButtonLink href={stepHref("leaders", -1, view)}>{t("common.back")}</ButtonLink>}
    >
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
