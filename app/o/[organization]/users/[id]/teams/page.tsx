import type { Metadata } from "next";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { listTeams } from "@/lib/domain/teams/queries/listTeams";
import { teamsOfUser } from "@/lib/domain/teams/queries/teamsOfUser";
import { TEAMS_TABLE } from "@/lib/domain/teams/teamsTable";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { rowsToChoose, teamColumns } from "../../../teams/tables";

type Props = PageProps<"/o/[organization]/users/[id]/teams">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organization, id }, { t }] = await Promise.all([params, pageText()]);
  const { user, organization: place } = await ask(teamsOfUser, organization, { id });
  return { title: `${t("teams.user.joinTitle", { name: user.name })} · ${place.name}` };
}

/** The teams that somebody is not in; choosing one shows what they would gain. */
export default async function UserTeamsPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const [{ user }, view] = await Promise.all([
    ask(teamsOfUser, slug, { id }),
    ask(listTeams, slug, { table: search, without: id }),
  ]);
  const { table, total } = view;
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("users.title"), href: routes.users(slug) },
            { label: user.name, href: routes.user(slug, id) },
            { label: t("teams.user.add") },
          ],
        }}
        title={t("teams.user.joinTitle", { name: user.name })}
        description={t("teams.user.joinDescription", { name: user.name })}
      />
      <DataTable
        caption={t("teams.table.caption")}
        columns={teamColumns(t)}
        rows={rowsToChoose(t, view, (team) =>
          routes.joinTeam(slug, team, { confirm: "add", id, from: "user" }),
        )}
        total={total}
        state={table}
        defaultSort={TEAMS_TABLE.defaultSort}
        path={routes.userTeams(slug, id)}
        search={t("teams.table.search")}
        labels={tableLabels(t, { total, ...table })}
        empty={{
          title: t("teams.user.noneLeft"),
          body: t("teams.user.noneLeftBody", { name: user.name }),
          icon: "teams",
        }}
      />
    </>
  );
}
