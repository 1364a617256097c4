import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { Callout } from "@/components/ui/Callout";
import { MOST_AT_ONCE } from "@/lib/domain/teams/inputs";
import { listToJoin } from "@/lib/domain/teams/queries/listToJoin";
import { selectToJoin } from "@/lib/domain/teams/queries/selectToJoin";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { PEOPLE_TABLE } from "@/lib/domain/teams/teamsTable";
import { pageText } from "@/lib/i18n/page";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { personColumns, personRows } from "../../tables";
import { draftMembersAction } from "./actions";
import { Chosen } from "./Chosen";
import { Onwards, stepForm } from "./stepForm";

type Search = Record<string, string | string[] | undefined>;

/** Who will be in the team; kept in the draft, nobody gets anything yet. */
export async function MembersStep({ view, search }: { view: TeamDraftView; search: Search }) {
  const { organization, draft, people } = view;
  const { slug } = organization;
  const [{ t }, joining] = await Promise.all([pageText(), ask(listToJoin, slug, { draft, table: search })]);
  const { table, total } = joining;
  return (
    <div className="grid grid-cols-1 gap-6">
      {search.confirm === "choose" ? <Choice view={view} search={search} /> : null}
      <Chosen
        t={t}
        step="members"
        view={view}
        title={t("teams.wizard.chosenMembers", { count: people.length })}
        action={draftMembersAction}
        name="id[]"
        items={people.map(({ id, name }) => ({ id, label: name }))}
      />
      <DataTable
        key={people.length}
        caption={t("teams.join.caption")}
        columns={personColumns(t)}
        rows={personRows(joining)}
        total={total}
        state={table}
        defaultSort={PEOPLE_TABLE.defaultSort}
        path={routes.newTeam(slug, "members")}
        keep={{ draft: draft ?? "" }}
        search={t("teams.members.search")}
        bulk={[{ key: "choose", label: t("teams.wizard.choose") }]}
        labels={tableLabels(t, { total, ...table })}
        empty={{ title: t("teams.join.everybody"), body: t("teams.join.everybodyBody"), icon: "users" }}
      />
      <Onwards t={t} step="members" view={view} />
    </div>
  );
}

const SHOWN = 12;

/** The selection, to be kept: those who were selected, or everybody whom the search finds. */
async function Choice({ view, search }: { view: TeamDraftView; search: Search }) {
  const { organization, draft } = view;
  const ids = [search.id ?? []].flat().filter(isUuid).slice(0, MOST_AT_ONCE);
  const q = String(search.q ?? "").slice(0, 200);
  const [{ t }, { people, isCut }] = await Promise.all([
    pageText(),
    ask(selectToJoin, organization.slug, { draft, ids, all: search.all === "1", q }),
  ]);
  if (people.length === 0) return null;
  const names = people.slice(0, SHOWN).map(({ name }) => name);
  const more = people.length - names.length;
  const form = stepForm(t, "members", view);
  return (
    <ConfirmDialog
      title={t("teams.wizard.addTitle", { count: people.length, name: names[0] ?? "" })}
      consequence={
        <div className="grid gap-3">
          <p>
            {names.join(", ")}
            {more > 0 ? ` ${t("teams.effect.moreThings", { count: more })}` : null}
          </p>
          {isCut ? <Callout>{t("teams.rights.cut", { count: MOST_AT_ONCE })}</Callout> : null}
        </div>
      }
      action={draftMembersAction}
      {...form}
      hidden={{ ...form.hidden, what: "add" }}
      submit={t("teams.wizard.choose")}
      cancel={{
        label: t("common.cancel"),
        href: routes.newTeam(organization.slug, "members", draft ?? undefined),
      }}
      tone="primary"
    >
      {people.map(({ id }) => (
        <input key={id} type="hidden" name="id[]" value={id} />
      ))}
    </ConfirmDialog>
  );
}
