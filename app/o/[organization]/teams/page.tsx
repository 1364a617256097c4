import type { Metadata } from "next";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { listTeams } from "@/lib/domain/teams/queries/listTeams";
import { TEAMS_TABLE } from "@/lib/domain/teams/teamsTable";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { DoneToast } from "../DoneToast";
import { teamColumns, teamRows } from "./tables";

type Props = PageProps<"/o/[organization]/teams">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization }, table, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(listTeams, organization, { table });
  return { title: `${t("teams.title")} · ${view.organization.name}` };
}

/** All teams of the organization, with who leads them and how much there is of each. */
export default async function TeamsPage({ params, searchParams }: Props) {
  const [{ organization: slug }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(listTeams, slug, { table: search });
  const { table, total, mayManage } = view;
  const add = { label: t("teams.add"), href: routes.newTeam(slug, "name") };
  return (
    <>
      <DoneToast />
      <PageHeader
        title={t("teams.title")}
        description={t("teams.description")}
        action={
          mayManage ? (
            <ButtonLink href={add.href} variant="primary">
              {add.label}
            </ButtonLink>
          ) : undefined
        }
      />
      <DataTable
        caption={t("teams.table.caption")}
        columns={teamColumns(t, routes.team(slug, "{id}"))}
        rows={teamRows(t, view)}
        total={total}
        state={table}
        defaultSort={TEAMS_TABLE.defaultSort}
        path={routes.teams(slug)}
        search={t("teams.table.search")}
        actions={[
          { label: t("teams.menu.view"), href: routes.team(slug, "{id}") },
          {
            label: t("teams.menu.end"),
            href: routes.confirmForTeam(slug, "{id}", "end", { tab: "settings" }),
            danger: true,
          },
        ]}
        menu={[search.menu].flat()[0]}
        labels={tableLabels(t, { total, ...table })}
        empty={{
          title: t("teams.empty.title"),
          body: t("teams.empty.body"),
          icon: "teams",
          action: mayManage ? add : undefined,
        }}
      />
    </>
  );
}
