import { DataTable } from "@/components/manager/DataTable";
import type { EmptyText } from "@/components/manager/EmptyState";
import { tableLabels } from "@/components/manager/labels";
import type { TableAction, TableRow } from "@/components/manager/tableTypes";
import { Tabs } from "@/components/ui/Tabs";
import { ROLES } from "@/lib/access/roles";
import { ACCESS_SHOWS, PEOPLE_TABLE, SOURCES } from "@/lib/domain/products/accessTables";
import type { GivenLine, PeopleView } from "@/lib/domain/products/peopleView";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { shortDayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { tableParams } from "@/lib/kernel/tableState";
import { lineOf, MOST_LINES, objectName } from "./words";

type Text = { t: Translate; locale: Locale; timeZone: string };

/** The page as it is shown: its path and what its tables carry in the address. */
export function hereOf(path: string, people: PeopleView): string {
  const keep: [string, string][] = people.show === "given" ? [["show", "given"]] : [];
  const query = new URLSearchParams([
    ...keep,
    ...tableParams(people.table, PEOPLE_TABLE.defaultSort),
  ]).toString();
  return query ? `${path}?${query}` : path;
}

/** Two looks at the same thing: who reaches it, resolved; and what was given, one line each. */
export function PeopleTable({
  people,
  itself,
  slug,
  path,
  mayGive,
  menu,
  empty,
  ...text
}: Text & {
  people: PeopleView;
  /** What is looked at. */
  itself: { id: string; name: string };
  slug: string;
  path: string;
  mayGive: boolean;
  menu: string | undefined;
  empty: EmptyText;
}) {
  const { t } = text;
  const here = hereOf(path, people);
  const { table, total } = people;
  const common = {
    total,
    state: table,
    defaultSort: PEOPLE_TABLE.defaultSort,
    path,
    keep: people.show === "given" ? { show: "given" } : undefined,
    menu,
    labels: tableLabels(t, { total, ...table }),
  };
  return (
    <>
      <div className="mb-4">
        <Tabs
          label={t("access.list.tabs")}
          items={ACCESS_SHOWS.map((show) => ({
            label: t(show === "people" ? "access.list.people" : "access.list.grants"),
            href: show === "people" ? path : `${path}?show=given`,
            current: show === people.show,
          }))}
        />
      </div>
      {people.show === "people" ? (
        <DataTable
          {...common}
          caption={t("access.list.whoCan", { name: itself.name })}
          columns={[
            { key: "name", label: t("access.list.name"), kind: "link", sortable: true },
            {
              key: "role",
              label: t("access.list.role"),
              words: Object.fromEntries(ROLES.map((role) => [role, t(`common.roles.${role}`)])),
            },
            { key: "has", label: t("access.list.has") },
          ]}
          rows={people.people.map((person): TableRow => {
            const isMember = person.as === "member";
            const why = (object: string) =>
              isMember && mayGive ? routes.explainAccess(slug, person.id, object) : undefined;
            const more = person.lines.length - MOST_LINES;
            return {
              id: `${person.as}:${person.id}`,
              name: person.name,
              href: isMember && mayGive ? routes.userAccess(slug, person.id) : "",
              cells: [
                isMember ? [person.name, person.email] : [person.email, t("access.list.invited")],
                person.role,
                {
                  lines: person.lines
                    .slice(0, MOST_LINES)
                    .map((line) => lineOf(t, line, { itself: line.id === itself.id, href: why(line.id) })),
                  ...(more > 0 ? { more: t("access.list.more", { count: more }) } : {}),
                },
              ],
              can: mayGive && person.hasOwn ? [0, 1] : [],
            };
          })}
          search={t("access.list.search")}
          filters={[
            {
              key: "from",
              label: t("access.list.filterFrom"),
              options: SOURCES.map((value) => ({ value, label: t(`access.sources.${value}`) })),
            },
          ]}
          actions={grantActions(t, here)}
          empty={empty}
        />
      ) : (
        <DataTable
          {...common}
          caption={t("access.list.grants")}
          columns={[
            { key: "name", label: t("access.list.given"), kind: "link", sortable: true },
            { key: "on", label: t("access.list.on") },
            { key: "rights", label: t("access.list.rights") },
            { key: "by", label: t("access.list.by") },
          ]}
          rows={people.grants.map((grant): TableRow => {
            const href =
              grant.as === "member"
                ? routes.userAccess(slug, grant.holderId)
                : grant.as === "team"
                  ? routes.team(slug, grant.holderId)
                  : "";
            return {
              id: grant.id,
              name: grant.holderName,
              href: mayGive ? href : "",
              cells: [
                [grant.holderName, t(`access.holders.${grant.as}`)],
                onText(grant, text),
                rightsInWords(t, grant.type, grant.rights),
                givenText(grant, text),
              ],
              can: mayGive ? [0, 1] : [],
            };
          })}
          search={t("access.list.search")}
          actions={grantActions(t, here)}
          empty={{ title: t("access.empty.given"), body: t("access.empty.givenBody"), icon: "key" }}
        />
      )}
    </>
  );
}

/** What can be done to what was given; taking away comes last. */
export function grantActions(t: Translate, here: string): TableAction[] {
  const ask = (act: string) => `${here}${here.includes("?") ? "&" : "?"}${act}={id}`;
  return [
    { label: t("access.change"), href: ask("change") },
    { label: t("access.withdraw"), href: ask("withdraw"), danger: true },
  ];
}

export const onText = (grant: GivenLine, { t, locale }: Text): readonly [string, string] | string => {
  const name = objectName({ as: grant.on, name: grant.onName, kindNames: grant.kindNames }, { t, locale });
  return grant.productName === null
    ? name
    : [name, `${t(`access.types.${grant.type}`)} ${t("access.in", { product: grant.productName })}`];
};

export const givenText = (grant: GivenLine, { locale, timeZone }: Text): readonly [string, string] => [
  grant.grantedByName,
  shortDayText(grant.grantedAt, locale, timeZone),
];
