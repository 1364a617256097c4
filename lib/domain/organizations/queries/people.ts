import type { Role } from "@/lib/access/roles";
import type { Reader } from "@/lib/platform/database";
import { containing, personMatches } from "@/lib/platform/search";
import type { PersonState, UsersTableState } from "../usersTable";

/** Whom a list of people holds. With `ids` exactly these, whatever state their invitation is in. */
export type PeopleFilter = Pick<UsersTableState, "q" | "show" | "filters"> & {
  organizationId: string;
  now: Date;
  ids?: readonly string[];
};

/** A member, or an invitation. */
export type PeopleRow = {
  id: string;
  kind: "member" | "invitation";
  userId: string | null;
  name: string;
  email: string;
  role: Role;
  billingRight: boolean;
  state: PersonState;
  /** The invitation's stored status; null for a member. */
  status: "PENDING" | "ACCEPTED" | "REFUSED" | "EXPIRED" | "REVOKED" | null;
  since: Date;
};

const SORTS: Record<string, string> = { name: '"sortName"', role: '"role"', since: '"since"' };

type Page = { sort: string; offset: number; limit: number };

/** One page of people. Each half is cut to what the page can show before both are put together. */
export async function peoplePage(reader: Reader, filter: PeopleFilter, page: Page): Promise<PeopleRow[]> {
  const direction = page.sort.startsWith("-") ? "DESC" : "ASC";
  const order = `ORDER BY ${SORTS[page.sort.replace("-", "")]} ${direction}, "id" ${direction}`;
  const { halves, values } = branches(filter);
  if (halves.length === 0) return [];
  const last = page.offset + page.limit;
  const cut = halves.map((half) => `(SELECT * FROM (${half}) half ${order} LIMIT ${last})`);
  return reader.rows<PeopleRow>(
    `SELECT * FROM (${cut.join(" UNION ALL ")}) people ${order} OFFSET ${page.offset} LIMIT ${page.limit}`,
    ...values,
  );
}

/** How many people the filter matches. */
export async function countPeople(reader: Reader, filter: PeopleFilter): Promise<number> {
  const { halves, values } = branches(filter);
  if (halves.length === 0) return 0;
  const [row] = await reader.rows<{ count: number }>(
    `SELECT sum(count)::int AS "count"
     FROM (${halves.map((half) => `SELECT count(*) FROM (${half}) half`).join(" UNION ALL ")}) counts`,
    ...values,
  );
  return row?.count ?? 0;
}

type Bind = (value: unknown, type: string) => string;

/** The members' half and the invitations' half, as far as the filter needs them, with their parameters. */
function branches(filter: PeopleFilter): { halves: string[]; values: unknown[] } {
  const { role = [], state = [] } = filter.filters;
  const values: unknown[] = [filter.organizationId];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const pattern = filter.q === "" ? null : bind(containing(filter.q), "text");
  const roles = role.length > 0 ? bind(role, '"Role"[]') : null;
  const ids = filter.ids ? bind(filter.ids, "uuid[]") : null;
  const invited = state.filter((one) => one !== "active");
  const halves: string[] = [];
  if (filter.show !== "invitations" && (state.length === 0 || state.includes("active")))
    halves.push(`
      SELECT m."id", 'member' AS "kind", m."userId", m."nameKey" AS "sortName",
             btrim(u."firstName" || ' ' || u."lastName") AS "name", u."email", m."role", m."billingRight",
             'active' AS "state", NULL AS "status", m."joinedAt" AS "since"
      FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL
        ${filter.show === "members" ? `AND m."role" <> 'EXTERNAL'` : ""}
        ${filter.show === "externals" ? `AND m."role" = 'EXTERNAL'` : ""}
        ${ids ? `AND m."id" = ANY(${ids})` : ""}
        ${roles ? `AND m."role" = ANY(${roles})` : ""}
        ${pattern ? `AND ${personMatches(pattern)}` : ""}`);
  if (
    (filter.show === "all" || filter.show === "invitations") &&
    (state.length === 0 || invited.length > 0)
  ) {
    const now = bind(filter.now, "timestamptz");
    halves.push(`
      SELECT i."id", 'invitation' AS "kind", NULL::uuid AS "userId", i."email" AS "sortName", '' AS "name",
             i."email", i."role", i."billingRight",
             CASE WHEN i."status" <> 'PENDING' THEN lower(i."status"::text)
                  WHEN i."expiresAt" > ${now} THEN 'pending' ELSE 'expired' END AS "state",
             i."status"::text AS "status", i."sentAt" AS "since"
      FROM "Invitation" i
      WHERE i."organizationId" = $1::uuid
        AND ${ids ? `i."id" = ANY(${ids})` : statusCondition(invited, now)}
        ${roles ? `AND i."role" = ANY(${roles})` : ""}
        ${pattern ? `AND i."email" LIKE ${pattern}` : ""}`);
  }
  return { halves, values };
}

/** Open invitations, lapsed ones included, unless other states are asked for. */
function statusCondition(states: readonly string[], now: string): string {
  const conditions: Record<string, string> = {
    pending: `(i."status" = 'PENDING' AND i."expiresAt" > ${now})`,
    expired: `(i."status" = 'EXPIRED' OR (i."status" = 'PENDING' AND i."expiresAt" <= ${now}))`,
    refused: `i."status" = 'REFUSED'`,
    revoked: `i."status" = 'REVOKED'`,
  };
  const wanted = states.flatMap((state) => conditions[state] ?? []);
  return wanted.length === 0 ? `i."status" = 'PENDING'` : `(${wanted.join(" OR ")})`;
}
