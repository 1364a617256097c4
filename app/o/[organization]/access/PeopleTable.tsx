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
import { lineOf, linesCell, objectName } from "./words";

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

type Look<Show extends PeopleView["show"]> = {
  text: Text;
  people: Extract<PeopleView, { show: Show }>;
  /** What is looked at. */
  itself: { id: string; name: string };
  slug: string;
  path: string;
  mayGive: boolean;
  menu: string | undefined;
};

/** Two looks at the same thing: who reaches it, resolved; and what was given, one line each. */
export function PeopleTable({
  people,
  empty,
  ...rest
}: Omit<Look<"people">, "people"> & { people: PeopleView; empty: EmptyText }) {
  const { t } = rest.text;
  return (
    <>
      <div className="mb-4">
        <Tabs
          label={t("access.list.tabs")}
          items={ACCESS_SHOWS.map((show) => ({
            label: t(show === "people" ? "access.list.people" : "access.list.grants"),
            href: show === "people" ? rest.path : `${rest.path}?show=given`,
            current: show === people.show,
          }))}
        />
      </div>
      {people.show === "people" ? (
        <Reachers {...rest} people={people} empty={empty} />
      ) : (
        <Grants {...rest} people={people} />
      )}
    </>
  );
}

/** Who reaches it, invited people included, with all that counts for each. */
function Reachers({
  text,
  people,
  itself,
  slug,
  path,
  mayGive,
  menu,
  empty,
}: Look<"people"> & { empty: EmptyText }) {
  const { t } = text;
  return (
    <DataTable
      {...common(t, people, path)}
      menu={menu}
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
        return {
          id: `${person.as}:${person.id}`,
          name: person.name,
          href: isMember && mayGive ? routes.userAccess(slug, person.id) : "",
          cells: [
            isMember ? [person.name, person.email] : [person.email, t("access.list.invited")],
            person.role,
            linesCell(t, person.lines, (line) =>
              lineOf(t, line, { itself: line.id === itself.id, href: why(line.id) }),
            ),
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
      actions={grantActions(t, hereOf(path, people))}
      empty={empty}
    />
  );
}

/** What was given, to people, teams and invitations. */
function Grants({ text, people, slug, path, mayGive, menu }: Look<"given">) {
  const { t } = text;
  const pageOf = {
    member: (id: string) => routes.userAccess(slug, id),
    team: (id: string) => routes.team(slug, id),
    invitation: () => "",
  };
  return (
    <DataTable
      {...common(t, people, path)}
      keep={{ show: "given" }}
      menu={menu}
      caption={t("access.list.grants")}
      columns={[
        { key: "name", label: t("access.list.given"), kind: "link", sortable: true },
        { key: "on", label: t("access.list.on") },
        { key: "rights", label: t("access.list.rights") },
        { key: "by", label: t("access.list.by") },
      ]}
      rows={people.grants.map(
        (grant): TableRow => ({
          id: grant.id,
          name: grant.holderName,
          href: mayGive ? pageOf[grant.as](grant.holderId) : "",
          cells: [
            [grant.holderName, t(`access.holders.${grant.as}`)],
            onText(grant, text),
            rightsInWords(t, grant.type, grant.rights),
            givenText(grant, text),
          ],
          can: mayGive ? [0, 1] : [],
        }),
      )}
      search={t("access.list.search")}
      actions={grantActions(t, hereOf(path, people))}
      empty={{ title: t("access.empty.given"), body: t("access.empty.givenBody"), icon: "key" }}
    />
  );
}

const common = (t: Translate, { table, total }: PeopleView, path: string) => ({
  total,
  state: table,
  defaultSort: PEOPLE_TABLE.defaultSort,
  path,
  labels: tableLabels(t, { total, ...table }),
});

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
