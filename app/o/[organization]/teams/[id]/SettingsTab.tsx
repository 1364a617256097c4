import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import type { ShownTeam } from "@/lib/domain/teams/queries/showTeam";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { nameFields } from "../nameFields";
import { editTeamAction } from "./actions";

/** What names the team, and the end of it. */
export function SettingsTab({ t, slug, view }: { t: Translate; slug: string; view: ShownTeam }) {
  const { team, person, mayChange } = view;
  return (
    <div className="grid max-w-3xl gap-6">
      <Card id="names" title={t("teams.settings.names")}>
        <ActionForm
          action={editTeamAction}
          scope={{ key: randomUUID(), user: person.userId, organization: slug }}
          hidden={{ team: team.id, version: String(team.version) }}
          labels={formLabels(t)}
          submit={t("common.save")}
          resetOnDone
        >
          {nameFields(t, team)}
        </ActionForm>
      </Card>
      {mayChange ? (
        <Card id="end" title={t("teams.settings.end")} description={t("teams.settings.endText")}>
          <ButtonLink href={routes.confirmForTeam(slug, team.id, "end", { tab: "settings" })}>
            {t("teams.settings.endLink")}
          </ButtonLink>
        </Card>
      ) : null}
    </div>
  );
}
