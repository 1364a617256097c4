import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { listToJoin, type ToJoinView } from "@/lib/domain/teams/queries/listToJoin";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { PEOPLE_TABLE } from "@/lib/domain/teams/teamsTable";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
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
      {search.confirm === "choose" ? <Choice t={t} view={view} joining={joining} search={search} /> : null}
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

/** The selection, to be kept: what was selected on the page, or everybody on it where everything was. */
function Choice({
  t,
  view,
  joining,
  search,
}: {
  t: Translate;
  view: TeamDraftView;
  joining: ToJoinView;
  search: Search;
}) {
  const { organization, draft } = view;
  const selected = [search.id ?? []].flat().filter(isUuid);
  const ids = search.all === "1" ? joining.lines.map(({ id }) => id) : selected;
  if (ids.length === 0) return null;
  const names = joining.lines.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const form = stepForm(t, "members", view);
  return (
    <ConfirmDialog
      title={t("teams.wizard.addTitle", { count: ids.length, name: names[0] ?? "" })}
      consequence={<p>{names.join(", ")}</p>}
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
      {ids.map((id) => (
        <input key={id} type="hidden" name="id[]" value={id} />
      ))}
    </ConfirmDialog>
  );
}
