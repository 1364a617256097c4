import { randomUUID } from "node:crypto";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { listTeamMembers } from "@/lib/domain/teams/queries/listTeamMembers";
import type { ShownTeam } from "@/lib/domain/teams/queries/showTeam";
import { MEMBERS_TABLE } from "@/lib/domain/teams/teamsTable";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { memberColumns, memberRows } from "../tables";
import { chooseLeadersAction } from "./actions";

type Search = Record<string, string | string[] | undefined>;

/** Who is in the team, and who leads it. */
export async function MembersTab({ slug, view, search }: { slug: string; view: ShownTeam; search: Search }) {
  const { team, timeZone, mayManage, mayChange } = view;
  const [{ t, locale }, members] = await Promise.all([
    pageText(),
    ask(listTeamMembers, slug, { id: team.id, table: search }),
  ]);
  const { table, total } = members;
  return (
    <DataTable
      caption={t("teams.members.caption")}
      columns={memberColumns(t, routes.user(slug, "{id}"))}
      rows={memberRows(members, { locale, timeZone, mayManage, mayChange })}
      total={total}
      state={table}
      defaultSort={MEMBERS_TABLE.defaultSort}
      path={routes.team(slug, team.id)}
      search={t("teams.members.search")}
      scope={{ key: randomUUID(), user: view.person.userId, organization: slug }}
      actions={[
        {
          label: t("teams.members.lead"),
          action: chooseLeadersAction,
          hidden: { team: team.id, leads: "yes" },
        },
        {
          label: t("teams.members.unlead"),
          action: chooseLeadersAction,
          hidden: { team: team.id, leads: "no" },
        },
        {
          label: t("teams.members.remove"),
          href: `${routes.confirmForTeam(slug, team.id, "remove")}&id={id}`,
          danger: true,
        },
      ]}
      bulk={mayChange ? [{ key: "remove", label: t("teams.members.removeMany"), danger: true }] : []}
      menu={[search.menu].flat()[0]}
      labels={tableLabels(t, { total, ...table })}
      empty={{
        title: t("teams.members.emptyTitle"),
        body: t("teams.members.emptyBody"),
        icon: "users",
        action: mayChange
          ? { label: t("teams.members.add"), href: routes.joinTeam(slug, team.id) }
          : undefined,
      }}
    />
  );
}
