import type { Metadata } from "next";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import type { TableRow } from "@/components/manager/tableTypes";
import { Badge } from "@/components/ui/Badge";
import { ButtonLink } from "@/components/ui/Button";
import { Tabs } from "@/components/ui/Tabs";
import { ACCESS_SHOWS, REACH_TABLE } from "@/lib/domain/products/accessTables";
import { userReach } from "@/lib/domain/products/queries/userReach";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { tableParams } from "@/lib/kernel/tableState";
import { ask } from "@/lib/pipeline/request";
import { AccessDialog } from "../../../access/AccessDialog";
import { givenText, grantActions, onText } from "../../../access/PeopleTable";
import { lineOf, MOST_LINES, nameIn } from "../../../access/words";
import { DoneToast } from "../../../DoneToast";

type Props = PageProps<"/o/[organization]/users/[id]/access">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization, id }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(userReach, organization, { id, table: search });
  return { title: `${t("access.user.title", { name: view.member.name })} · ${view.organization.name}` };
}

/** What a member reaches, product by product, and where each of it comes from (USR-11, USR-14, TEAM-5). */
export default async function UserAccessPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search, { t, locale }] = await Promise.all([
    params,
    searchParams,
    pageText(),
  ]);
  const view = await ask(userReach, slug, { id, table: search });
  const { member, organization, table, total, timeZone } = view;
  const path = routes.userAccess(slug, id);
  const keep: Record<string, string> = view.show === "given" ? { show: "given" } : {};
  const query = new URLSearchParams([
    ...Object.entries(keep),
    ...tableParams(table, REACH_TABLE.defaultSort),
  ]).toString();
  const here = query ? `${path}?${query}` : path;
  const give = `${here}${query ? "&" : "?"}give=1`;
  const { name } = member;
  const common = {
    total,
    state: table,
    defaultSort: REACH_TABLE.defaultSort,
    path,
    keep,
    menu: [search.menu].flat()[0],
    labels: tableLabels(t, { total, ...table }),
  };
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
        <DataTable
          {...common}
          caption={t("access.list.reaches")}
          columns={[
            { key: "name", label: t("access.list.product"), kind: "link", sortable: true },
            { key: "has", label: t("access.list.has") },
          ]}
          rows={view.products.map((product): TableRow => {
            const more = product.lines.length - MOST_LINES;
            const kind = nameIn(product.kindNames, locale);
            return {
              id: product.id,
              href: routes.explainAccess(slug, id, product.id),
              cells: [
                [
                  product.name,
                  product.suite ? `${kind}, ${t("access.partOf", { suite: product.suite.name })}` : kind,
                ],
                {
                  lines: product.lines.slice(0, MOST_LINES).map((line) =>
                    lineOf(t, line, {
                      itself: line.id === product.id,
                      kind: nameIn(product.givenKind, locale),
                      href: routes.explainAccess(slug, id, line.id),
                    }),
                  ),
                  ...(more > 0 ? { more: t("access.list.more", { count: more }) } : {}),
                },
              ],
            };
          })}
          search={t("access.list.searchProducts")}
          empty={{
            title: t("access.empty.reach", { name }),
            body: t("access.empty.reachBody"),
            icon: "key",
            action: { label: t("access.give"), href: give },
          }}
        />
      ) : (
        <DataTable
          {...common}
          caption={t("access.list.own")}
          columns={[
            { key: "name", label: t("access.list.on"), kind: "link", sortable: true },
            { key: "rights", label: t("access.list.rights") },
            { key: "by", label: t("access.list.by") },
          ]}
          rows={view.grants.map((grant): TableRow => {
            const on = onText(grant, { t, locale, timeZone });
            return {
              id: grant.id,
              href: grant.on === "kind" ? "" : routes.explainAccess(slug, id, grant.onId),
              cells: [
                on,
                rightsInWords(t, grant.type, grant.rights),
                givenText(grant, { t, locale, timeZone }),
              ],
              can: [0, 1],
            };
          })}
          search={t("access.list.searchNames")}
          actions={grantActions(t, here)}
          empty={{
            title: t("access.empty.own", { name }),
            body: t("access.empty.ownBody"),
            icon: "key",
            action: { label: t("access.give"), href: give },
          }}
        />
      )}
    </>
  );
}
