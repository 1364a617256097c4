import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Tabs } from "@/components/ui/Tabs";
import { type ShownTeam, showTeam } from "@/lib/domain/teams/queries/showTeam";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { DoneToast } from "../../DoneToast";
import { AccessTab } from "./AccessTab";
import { ConfirmChange } from "./ConfirmChange";
import { MembersTab } from "./MembersTab";
import { SettingsTab } from "./SettingsTab";

type Props = PageProps<"/o/[organization]/teams/[id]">;

const TABS = ["members", "access", "settings"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const view = await ask(showTeam, organization, { id });
  return { title: `${view.team.name} · ${view.organization.name}` };
}

/** One team: who is in it, what it reaches, and what names it. */
export default async function TeamPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(showTeam, slug, { id });
  const { team, mayManage, mayChange, mayGive } = view;
  const isSeen = { members: true, access: mayGive, settings: mayManage };
  const tabs = TABS.filter((tab) => isSeen[tab]);
  const tab = tabs.find((one) => one === search.tab) ?? "members";
  const count = { members: team.members, access: team.resources };
  return (
    <>
      <DoneToast />
      {mayChange ? <ConfirmChange slug={slug} view={view} search={search} /> : null}
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [{ label: t("teams.title"), href: routes.teams(slug) }, { label: team.name }],
        }}
        title={team.name}
        badge={
          <span className="text-muted">
            <span className="dot" data-colour={team.colour} aria-hidden="true" />
            {t(`teams.colours.${team.colour}`)}
          </span>
        }
        description={
          <>
            {team.description ? <span className="block">{team.description}</span> : null}
            <span className="block">{leadersInWords(t, view.leaders)}</span>
          </>
        }
        action={mayChange ? <Acts t={t} slug={slug} id={id} tab={tab} /> : undefined}
      />
      <div className="mb-4">
        <Tabs
          label={t("teams.tabs.label")}
          items={tabs.map((one) => ({
            label: t(`teams.tabs.${one}`),
            href: routes.team(slug, id, one === "members" ? undefined : one),
            current: one === tab,
            ...(one === "settings" ? {} : { count: t("teams.tabs.count", { count: count[one] }) }),
          }))}
        />
      </div>
      {mayManage && !mayChange ? (
        <div className="mb-4">
          <Callout title={t("teams.reaching.title")}>
            {t("teams.reaching.body", { organization: view.organization.name })}
          </Callout>
        </div>
      ) : null}
      {tab === "members" ? <MembersTab slug={slug} view={view} search={search} /> : null}
      {tab === "access" ? <AccessTab slug={slug} view={view} search={search} /> : null}
      {tab === "settings" ? <SettingsTab t={t} slug={slug} view={view} /> : null}
    </>
  );
}

/** Shown as the team's contacts (TEAM-1). */
const leadersInWords = (t: Translate, leaders: ShownTeam["leaders"]): string =>
  leaders.length === 0
    ? t("teams.leaders.none")
    : t("teams.leaders.are", { count: leaders.length, names: leaders.map(({ name }) => name).join(", ") });

function Acts({ t, slug, id, tab }: { t: Translate; slug: string; id: string; tab: string }) {
  if (tab === "settings") return null;
  return tab === "access" ? (
    <ButtonLink href={routes.giveToTeam(slug, id)} variant="primary">
      {t("teams.access.give")}
    </ButtonLink>
  ) : (
    <ButtonLink href={routes.joinTeam(slug, id)} variant="primary">
      {t("teams.members.add")}
    </ButtonLink>
  );
}
