import type { Role } from "@/lib/access/roles";
import type { TableState } from "@/lib/kernel/tableState";
import type { Reader } from "@/lib/platform/database";
import { containing, personMatches } from "@/lib/platform/search";

/** Somebody of the organization, in a team or beside it. */
export type PersonRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isLeader: boolean;
  /** When they joined the team; null beside it. */
  since: Date | null;
};

/** Whom a list holds: those in the team, or everybody who is not. */
export type PeopleOf = {
  organizationId: string;
  teamId: string | null;
  inTeam: boolean;
  only?: readonly string[];
  q: string;
};

const SORTS: Record<string, string> = { name: 'm."nameKey"', role: 'm."role"', since: 'x."joinedAt"' };

const matching = (inTeam: boolean) => `
  FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
  LEFT JOIN "TeamMember" x ON x."organizationId" = m."organizationId" AND x."membershipId" = m."id" AND x."teamId" = $2::uuid
  WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL AND x."teamId" IS ${inTeam ? "NOT NULL" : "NULL"}
    AND ($3::uuid[] IS NULL OR m."id" = ANY ($3::uuid[]))
    AND ($4::text IS NULL OR ${personMatches("$4")})`;

const valuesOf = ({ organizationId, teamId, only, q }: PeopleOf) =>
  [organizationId, teamId, only ?? null, q === "" ? null : containing(q)] as const;

/** One page of such people. */
export const peoplePage = (
  reader: Reader,
  of: PeopleOf,
  { sort, offset, limit }: { sort: string; offset: number; limit: number },
): Promise<PersonRow[]> => {
  const direction = sort.startsWith("-") ? "DESC" : "ASC";
  return reader.rows<PersonRow>(
    `SELECT m."id", btrim(u."firstName" || ' ' || u."lastName") AS "name", u."email", m."role",
            coalesce(x."isLeader", false) AS "isLeader", x."joinedAt" AS "since"
     ${matching(of.inTeam)} ORDER BY ${SORTS[sort.replace("-", "")]} ${direction}, m."nameKey", m."id" ${direction}
     LIMIT ${limit} OFFSET ${offset}`,
    ...valuesOf(of),
  );
};

/** A page as a table shows it, with how many there are on all pages. */
export async function tableOfPeople(reader: Reader, of: PeopleOf, table: TableState) {
  const [counted] = await reader.rows<{ total: number }>(
    `SELECT count(*)::int AS "total" ${matching(of.inTeam)}`,
    ...valuesOf(of),
  );
  const total = counted?.total ?? 0;
  const page = Math.min(table.page, Math.max(1, Math.ceil(total / table.size)));
  const place = { sort: table.sort, offset: (page - 1) * table.size, limit: table.size };
  return { table: { ...table, page }, total, lines: await peoplePage(reader, of, place) };
}
