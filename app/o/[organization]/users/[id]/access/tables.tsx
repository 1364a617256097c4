import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import type { TableRow } from "@/components/manager/tableTypes";
import { REACH_TABLE } from "@/lib/domain/products/accessTables";
import type { UserReach } from "@/lib/domain/products/queries/userReach";
import { rightsInWords } from "@/lib/i18n/accessWords";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { givenText, grantActions, onText } from "../../../access/PeopleTable";
import { lineOf, linesCell, nameIn } from "../../../access/words";

type Look<Show extends UserReach["show"]> = {
  text: { t: Translate; locale: Locale };
  view: Extract<UserReach, { show: Show }>;
  slug: string;
  path: string;
  /** Where something is given. */
  give: string;
  menu: string | undefined;
};

/** What somebody reaches, product by product, and where each of it comes from. */
export function ReachedProducts({ text, view, slug, path, give, menu }: Look<"people">) {
  const { t, locale } = text;
  return (
    <DataTable
      {...common(t, view, path)}
      menu={menu}
      caption={t("access.list.reaches")}
      columns={[
        { key: "name", label: t("access.list.product"), kind: "link", sortable: true },
        { key: "has", label: t("access.list.has") },
      ]}
      rows={view.products.map((product): TableRow => {
        const kind = nameIn(product.kindNames, locale);
        return {
          id: product.id,
          href: routes.explainAccess(slug, view.member.id, product.id),
          cells: [
            [
              product.name,
              product.suite ? `${kind}, ${t("access.partOf", { suite: product.suite.name })}` : kind,
            ],
            linesCell(t, product.lines, (line) =>
              lineOf(t, line, {
                itself: line.id === product.id,
                kind: nameIn(product.givenKind, locale),
                href: routes.explainAccess(slug, view.member.id, line.id),
              }),
            ),
          ],
        };
      })}
      search={t("access.list.searchProducts")}
      empty={{
        title: t("access.empty.reach", { name: view.member.name }),
        body: t("access.empty.reachBody"),
        icon: "key",
        action: { label: t("access.give"), href: give },
      }}
    />
  );
}

/** What they were given themselves, one line each. */
export function OwnGrants({ text, view, slug, path, give, menu, here }: Look<"given"> & { here: string }) {
  const { t } = text;
  const given = { ...text, timeZone: view.timeZone };
  return (
    <DataTable
      {...common(t, view, path)}
      keep={{ show: "given" }}
      menu={menu}
      caption={t("access.list.own")}
      columns={[
        { key: "name", label: t("access.list.on"), kind: "link", sortable: true },
        { key: "rights", label: t("access.list.rights") },
        { key: "by", label: t("access.list.by") },
      ]}
      rows={view.grants.map(
        (grant): TableRow => ({
          id: grant.id,
          href: grant.on === "kind" ? "" : routes.explainAccess(slug, view.member.id, grant.onId),
          cells: [onText(grant, given), rightsInWords(t, grant.type, grant.rights), givenText(grant, given)],
          can: [0, 1],
        }),
      )}
      search={t("access.list.searchNames")}
      actions={grantActions(t, here)}
      empty={{
        title: t("access.empty.own", { name: view.member.name }),
        body: t("access.empty.ownBody"),
        icon: "key",
        action: { label: t("access.give"), href: give },
      }}
    />
  );
}

const common = (t: Translate, { table, total }: UserReach, path: string) => ({
  total,
  state: table,
  defaultSort: REACH_TABLE.defaultSort,
  path,
  labels: tableLabels(t, { total, ...table }),
});
