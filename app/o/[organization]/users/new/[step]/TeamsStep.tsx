import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import type { Translate } from "@/lib/i18n/translator";
import { draftTeamsAction } from "./actions";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

/** The teams that they join by accepting, with everything that those reach (TEAM-2, TEAM-3). */
export function TeamsStep({ t, view }: { t: Translate; view: DraftView }) {
  return (
    <ActionForm action={draftTeamsAction} {...stepForm(t, "teams", view)}>
      <fieldset className="grid gap-3">
        <legend className="sr-only">{t("users.wizard.teams")}</legend>
        {view.access.teams.map((team) => (
          <CheckboxField
            key={team.id}
            name="teams[]"
            value={team.id}
            label={<bdi>{team.name}</bdi>}
            hint={[t("users.wizard.teamMembers", { count: team.members }), team.description]
              .filter(Boolean)
              .join(" · ")}
            defaultChecked={team.isChosen}
          />
        ))}
      </fieldset>
    </ActionForm>
  );
}
