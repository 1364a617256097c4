import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { DataTable } from "@/components/manager/DataTable";
import { formLabels, tableLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { Callout } from "@/components/ui/Callout";
import { MOST_AT_ONCE } from "@/lib/domain/teams/inputs";
import { listToJoin } from "@/lib/domain/teams/queries/listToJoin";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import { PEOPLE_TABLE } from "@/lib/domain/teams/teamsTable";
import { pageText } from "@/lib/i18n/page";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { Effects } from "../../../access/Effects";
import { NothingThere } from "../../NothingThere";
import { personColumns, personRows } from "../../tables";
import { addTeamMembersAction } from "../actions";

type Props = PageProps<"/o/[organization]/teams/[id]/add">;

/** Where nobody may be added by this reader, or no longer, the team's page says why. */
async function load({ params, searchParams }: Props) {
  const [{ organization, id }, table] = await Promise.all([params, searchParams]);
  const { mayManage, mayChange } = await ask(showTeam, organization, { id });
  if (mayManage && !mayChange) redirect(routes.team(organization, id));
  return ask(listToJoin, organization, { team: id, table });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [view, { t }] = await Promise.all([load(props), pageText()]);
  return { title: `${t("teams.join.title")} · ${view.team?.name} · ${view.organization.name}` };
}

/** Everybody who is not in the team yet; what they would gain is shown before they are added. */
export default async function JoinTeamPage(props: Props) {
  const [{ organization: slug, id }, search, view, { t }] = await Promise.all([
    props.params,
    props.searchParams,
    load(props),
    pageText(),
  ]);
  const { table, total } = view;
  const name = view.team?.name ?? "";
  return (
    <>
      {search.confirm === "add" ? <Confirmation slug={slug} team={{ id, name }} search={search} /> : null}
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("teams.title"), href: routes.teams(slug) },
            { label: name, href: routes.team(slug, id) },
            { label: t("teams.join.title") },
          ],
        }}
        title={t("teams.join.title")}
        description={t("teams.join.description", { team: name })}
      />
      <DataTable
        caption={t("teams.join.caption")}
        columns={personColumns(t)}
        rows={personRows(view)}
        total={total}
        state={table}
        defaultSort={PEOPLE_TABLE.defaultSort}
        path={routes.joinTeam(slug, id)}
        search={t("teams.members.search")}
        bulk={[{ key: "add", label: t("teams.join.submit") }]}
        labels={tableLabels(t, { total, ...table })}
        empty={{ title: t("teams.join.everybody"), body: t("teams.join.everybodyBody"), icon: "users" }}
      />
    </>
  );
}

async function Confirmation({
  slug,
  team,
  search,
}: {
  slug: string;
  team: { id: string; name: string };
  search: Record<string, string | string[] | undefined>;
}) {
  const ids = [search.id ?? []].flat().filter(isUuid).slice(0, MOST_AT_ONCE);
  const q = String(search.q ?? "").slice(0, 200);
  const [{ t }, effects] = await Promise.all([
    pageText(),
    ask(teamEffects, slug, { change: "add", team: team.id, ids, all: search.all === "1", q }),
  ]);
  const [one] = ids;
  const isFromUser = search.from === "user" && one !== undefined;
  const closeHref = isFromUser ? routes.userTeams(slug, one) : routes.joinTeam(slug, team.id);
  const then = isFromUser ? routes.user(slug, one) : routes.team(slug, team.id);
  const possible = effects.items.filter(({ refusals }) => refusals.length === 0);
  if (possible.length === 0) return <NothingThere t={t} closeHref={closeHref} />;
  const leftOut = effects.items.length - possible.length;
  return (
    <ConfirmDialog
      title={t("teams.confirm.addTitle", {
        count: possible.length,
        name: possible[0]?.name ?? "",
        team: team.name,
      })}
      consequence={
        <div className="grid gap-3">
          <Effects t={t} effects={effects} />
          {leftOut > 0 ? (
            <Callout tone="caution">{t("teams.confirm.leftOut", { count: leftOut })}</Callout>
          ) : null}
          {effects.isCut ? <Callout>{t("teams.rights.cut", { count: MOST_AT_ONCE })}</Callout> : null}
        </div>
      }
      action={addTeamMembersAction}
      scope={{ key: randomUUID(), user: effects.person.userId, organization: slug }}
      hidden={{ team: team.id, version: String(effects.team?.version), seal: effects.seal, then }}
      labels={formLabels(t)}
      submit={t("teams.confirm.addSubmit")}
      cancel={{ label: t("common.cancel"), href: closeHref }}
      tone="primary"
    >
      {possible.map(({ id }) => (
        <input key={id} type="hidden" name="id[]" value={id} />
      ))}
    </ConfirmDialog>
  );
}
