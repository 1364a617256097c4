import type { Cell, TableColumn, TableRow } from "@/components/manager/tableTypes";
import { ROLES } from "@/lib/access/roles";
import type { TeamAccessView } from "@/lib/domain/teams/queries/listTeamAccess";
import type { TeamMembersView } from "@/lib/domain/teams/queries/listTeamMembers";
import type { TeamsView } from "@/lib/domain/teams/queries/listTeams";
import type { ToJoinView } from "@/lib/domain/teams/queries/listToJoin";
import type { ShownTeam } from "@/lib/domain/teams/queries/showTeam";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { shortDayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { nameOf, typeText } from "./words";

/* Columns and rows of the teams' tables: compact data for the one table component. */

const rolesInWords = (t: Translate) =>
  Object.fromEntries(ROLES.map((role) => [role, t(`common.roles.${role}`)]));

/** Without `href`, each row has its own, or none. */
export const teamColumns = (t: Translate, href?: string): TableColumn[] => [
  { key: "name", label: t("teams.table.name"), kind: "link", sortable: true, href },
  { key: "leaders", label: t("teams.table.leaders") },
  { key: "members", label: t("teams.table.members"), kind: "number", sortable: true },
  { key: "resources", label: t("teams.table.resources"), kind: "number", sortable: true },
];

/** The row menu's entries, in their order: open, delete. */
export const teamRows = (t: Translate, { lines }: TeamsView): TableRow[] =>
  lines.map((team) => ({ ...teamRow(t, team, team.name), can: team.mayChange ? [0, 1] : [0] }));

/** Teams to choose from: one that this reader may not change leads nowhere, and says why. */
export const rowsToChoose = (
  t: Translate,
  { lines }: TeamsView,
  hrefOf: (team: string) => string,
): TableRow[] =>
  lines.map((team) =>
    team.mayChange
      ? { ...teamRow(t, team, team.name), href: hrefOf(team.id) }
      : teamRow(t, team, [team.name, t("teams.reaching.reason")]),
  );

function teamRow(
  t: Translate,
  { id, colour, leaders, leading, members, resources }: TeamsView["lines"][number],
  name: Cell,
): TableRow {
  const names = leaders.join(", ");
  const more = leading - leaders.length;
  const led = more > 0 ? t("teams.table.more", { names, count: more }) : names || null;
  return { id, dot: colour, cells: [name, led, members, resources] };
}

export const memberColumns = (t: Translate, href: string): TableColumn[] => [
  { key: "name", label: t("teams.members.name"), kind: "link", sortable: true, href },
  { key: "role", label: t("teams.members.role"), words: rolesInWords(t) },
  {
    key: "place",
    label: t("teams.members.place"),
    kind: "badge",
    badges: { leader: [t("teams.members.leader"), "info"] },
  },
  { key: "since", label: t("teams.members.since"), kind: "date", sortable: true },
];

/** The row menu's entries, in their order: lead, no longer lead, remove. */
export const memberRows = (
  { lines }: TeamMembersView,
  {
    locale,
    timeZone,
    mayManage,
    mayChange,
  }: Pick<ShownTeam, "timeZone" | "mayManage" | "mayChange"> & { locale: Locale },
): TableRow[] =>
  lines.map(({ id, name, email, role, isLeader, since }) => ({
    id,
    cells: [
      [name, email],
      role,
      isLeader ? "leader" : null,
      since ? shortDayText(new Date(since), locale, timeZone) : null,
    ],
    can: [...(mayManage ? [isLeader ? 1 : 0] : []), ...(mayChange ? [2] : [])],
  }));

export const personColumns = (t: Translate): TableColumn[] => [
  { key: "name", label: t("teams.members.name"), sortable: true },
  { key: "role", label: t("teams.members.role"), sortable: true, words: rolesInWords(t) },
];

export const personRows = ({ lines }: ToJoinView): TableRow[] =>
  lines.map(({ id, name, email, role }) => ({ id, cells: [[name, email], role] }));

export const accessColumns = (t: Translate, href: string): TableColumn[] => [
  { key: "name", label: t("teams.access.name"), kind: "link", sortable: true, href },
  { key: "type", label: t("teams.access.type") },
  { key: "inside", label: t("teams.access.inside"), sortable: true },
  { key: "rights", label: t("teams.access.rights") },
];

export const accessRows = (t: Translate, locale: Locale, lines: TeamAccessView["lines"]): TableRow[] =>
  lines.map((line) => ({
    id: line.on,
    cells: [nameOf(line, locale), typeText(t, line), line.inside, rightsInWords(t, line.type, line.rights)],
    can: [0, 1],
  }));
