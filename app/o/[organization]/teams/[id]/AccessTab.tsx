import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { listTeamAccess } from "@/lib/domain/teams/queries/listTeamAccess";
import type { ShownTeam } from "@/lib/domain/teams/queries/showTeam";
import { OBJECTS_TABLE } from "@/lib/domain/teams/teamsTable";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { accessColumns, accessRows } from "../tables";

type Search = Record<string, string | string[] | undefined>;

/** What the team reaches, and with which rights. */
export async function AccessTab({ slug, view, search }: { slug: string; view: ShownTeam; search: Search }) {
  const { team } = view;
  const [{ t, locale }, { table, total, lines }] = await Promise.all([
    pageText(),
    ask(listTeamAccess, slug, { id: team.id, table: search }),
  ]);
  const change = `${routes.giveToTeam(slug, team.id, { confirm: "choose" })}&id={id}`;
  return (
    <DataTable
      caption={t("teams.access.caption")}
      columns={accessColumns(t, change)}
      rows={accessRows(t, locale, lines)}
      total={total}
      state={table}
      defaultSort={OBJECTS_TABLE.defaultSort}
      path={routes.team(slug, team.id)}
      keep={{ tab: "access" }}
      search={t("teams.access.search")}
      actions={[
        { label: t("teams.access.change"), href: change },
        {
          label: t("teams.access.withdraw"),
          href: `${routes.confirmForTeam(slug, team.id, "withdraw", { tab: "access" })}&id={id}`,
          danger: true,
        },
      ]}
      bulk={[{ key: "withdraw", label: t("teams.access.withdrawMany"), danger: true }]}
      menu={[search.menu].flat()[0]}
      labels={tableLabels(t, { total, ...table })}
      empty={{
        title: t("teams.access.emptyTitle"),
        body: t("teams.access.emptyBody"),
        icon: "products",
        action: { label: t("teams.access.give"), href: routes.giveToTeam(slug, team.id) },
      }}
    />
  );
}
