import { PageButtons } from "@/app/o/[organization]/access/PageButtons";
import { SearchField } from "@/app/o/[organization]/access/SearchField";
import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import type { OfferedTeam } from "@/lib/domain/teams/offeredTeams";
import type { Translate } from "@/lib/i18n/translator";
import { draftTeamsAction } from "./actions";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

/** The teams that they join by accepting, with everything that those reach (TEAM-2, TEAM-3). */
export function TeamsStep({ t, view }: { t: Translate; view: DraftView }) {
  const { lines, chosen, q, page, pages, total } = view.access.teams;
  const elsewhere = chosen.filter(({ id }) => !lines.some((team) => team.id === id));
  return (
    <ActionForm key={`${page} ${q}`} action={draftTeamsAction} {...stepForm(t, "teams", view)}>
      {pages > 1 || q !== "" ? (
        <SearchField t={t} label={t("users.wizard.teamsSearch")} q={q} total={total} />
      ) : null}
      {elsewhere.length > 0 ? (
        <details>
          <summary>{t("users.wizard.teamsElsewhere", { count: elsewhere.length })}</summary>
          <div className="mt-3">
            <Teams t={t} teams={elsewhere} chosen={chosen} />
          </div>
        </details>
      ) : null}
      {lines.length === 0 ? <p className="text-muted">{t("common.table.noMatch")}</p> : null}
      <Teams t={t} teams={lines} chosen={chosen} />
      {pages > 1 ? <PageButtons t={t} page={page} pages={pages} /> : null}
    </ActionForm>
  );
}

const Teams = ({
  t,
  teams,
  chosen,
}: {
  t: Translate;
  teams: readonly OfferedTeam[];
  chosen: readonly OfferedTeam[];
}) => (
  <fieldset className="grid gap-3">
    <legend className="sr-only">{t("users.wizard.teams")}</legend>
    {teams.map(({ id, name, members, description, mayChange }) => (
      <CheckboxField
        key={id}
        name="teams[]"
        value={id}
        label={<bdi>{name}</bdi>}
        hint={[
          t("users.wizard.teamMembers", { count: members }),
          mayChange ? description : t("teams.reaching.reason"),
        ]
          .filter(Boolean)
          .join(" · ")}
        disabled={!mayChange}
        defaultChecked={chosen.some((team) => team.id === id)}
      />
    ))}
  </fieldset>
);
