import type { Metadata } from "next";
import { ActivityList } from "@/components/manager/ActivityList";
import { activityEntries } from "@/components/manager/activityEntries";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { hasAllRights, isInside } from "@/lib/access/roles";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { myReach } from "@/lib/domain/teams/queries/myReach";
import { instantText } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { DoneToast } from "./DoneToast";
import { MyReach } from "./MyReach";
import { Figures, ToDo } from "./overviewParts";

type Props = PageProps<"/o/[organization]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organization }, { t }] = await Promise.all([params, pageText()]);
  const view = await ask(overview, organization, {});
  return { title: `${t("overview.title")} · ${view.organization.name}` };
}

/**
 * The organization at a glance: what is to do first, who is in it, what happened last. Whoever has not all rights sees
 * what they reach.
 */
export default async function OverviewPage({ params, searchParams }: Props) {
  const [{ organization: slug }, { t, locale }, search] = await Promise.all([
    params,
    pageText(),
    searchParams,
  ]);
  const view = await ask(overview, slug, {});
  const isLimited = view.role !== null && !hasAllRights(view.role);
  const reach = isLimited ? await ask(myReach, slug, { page: [search.page].flat()[0] }) : null;
  const { organization, person, sees, latest, timeZone } = view;
  return (
    <>
      <DoneToast />
      <PageHeader
        title={organization.name}
        description={t("overview.hello", {
          name: person.name,
          organization: organization.name,
          same: person.name === organization.name ? "yes" : "no",
        })}
        action={
          view.mayInvite ? (
            <ButtonLink href={routes.addUser(slug, "addresses")} variant="primary">
              {t("users.add")}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="grid gap-6">
        {sees.users ? <ToDo t={t} view={view} /> : null}
        {sees.users ? <Figures t={t} view={view} /> : null}
        {reach ? <MyReach text={{ t, locale }} reach={reach} /> : null}
        {view.role && !sees.users ? (
          <Card title={t("overview.yourRole.title")}>
            <p>{t("overview.yourRole.is", { role: t(`common.roles.${view.role}`) })}</p>
            <p className="text-muted">
              {t(`overview.yourRole.${isInside(view.role) ? "inside" : "external"}`)}
            </p>
          </Card>
        ) : null}
        {latest ? (
          <Card
            id="latest"
            title={t("overview.latest.title")}
            action={<a href={routes.activity(slug)}>{t("overview.latest.all")}</a>}
          >
            {latest.length === 0 ? (
              <p className="text-muted">{t("overview.latest.none")}</p>
            ) : (
              <ActivityList
                label={t("overview.latest.list")}
                entries={activityEntries(latest, t, locale, (at) => instantText(at, locale, timeZone)).map(
                  (entry) => ({ ...entry, detail: undefined }),
                )}
              />
            )}
          </Card>
        ) : null}
      </div>
    </>
  );
}
