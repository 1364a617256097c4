import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { Badge } from "@/components/ui/Badge";
import { ButtonLink } from "@/components/ui/Button";
import { Tabs } from "@/components/ui/Tabs";
import { ACCESS_SHOWS, REACH_TABLE } from "@/lib/domain/products/accessTables";
import { userReach } from "@/lib/domain/products/queries/userReach";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { tableParams } from "@/lib/kernel/tableState";
import { ask } from "@/lib/pipeline/request";
import { AccessDialog } from "../../../access/AccessDialog";
import { DoneToast } from "../../../DoneToast";
import { OwnGrants, ReachedProducts } from "./tables";

type Props = PageProps<"/o/[organization]/users/[id]/access">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization, id }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(userReach, organization, { id, table: search });
  return { title: `${t("access.user.title", { name: view.member.name })} · ${view.organization.name}` };
}

/** What a member reaches, product by product, and where each of it comes from (USR-11, USR-14, TEAM-5). */
export default async function UserAccessPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search, text] = await Promise.all([params, searchParams, pageText()]);
  const { t } = text;
  const view = await ask(userReach, slug, { id, table: search });
  const { member, organization, table } = view;
  const path = routes.userAccess(slug, id);
  const query = new URLSearchParams([
    ...(view.show === "given" ? [["show", "given"]] : []),
    ...tableParams(table, REACH_TABLE.defaultSort),
  ]).toString();
  const here = query ? `${path}?${query}` : path;
  const give = `${here}${query ? "&" : "?"}give=1`;
  const { name } = member;
  const shown = { text, path, slug, give, menu: [search.menu].flat()[0] };
  return (
    <>
      <DoneToast />
      <AccessDialog slug={slug} here={here} search={search} holder={`member:${id}`} name={name} />
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("users.title"), href: routes.users(slug) },
            { label: name, href: routes.user(slug, id) },
            { label: t("access.title") },
          ],
        }}
        title={t("access.user.title", { name })}
        badge={<Badge>{t(`common.roles.${member.role}`)}</Badge>}
        description={t("access.user.description", { name, organization: organization.name })}
        action={
          <ButtonLink href={give} variant="primary">
            {t("access.give")}
          </ButtonLink>
        }
      />
      <div className="mb-4">
        <Tabs
          label={t("access.list.tabs")}
          items={ACCESS_SHOWS.map((show) => ({
            label: t(show === "people" ? "access.list.reaches" : "access.list.own"),
            href: show === "people" ? path : `${path}?show=given`,
            current: show === view.show,
          }))}
        />
      </div>
      {view.show === "people" ? (
        <ReachedProducts {...shown} view={view} />
      ) : (
        <OwnGrants {...shown} view={view} here={here} />
      )}
    </>
  );
}
