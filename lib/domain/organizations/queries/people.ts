import type { Role } from "@/lib/access/roles";
import type { Reader } from "@/lib/platform/database";

export type PeopleFilter = {
  organizationId: string;
  now: Date;
  q: string;
  show: "all" | "members" | "externals" | "invitations";
  role?: Role | undefined;
  state?: "active" | "pending" | "expired" | "refused" | "revoked" | undefined;
};

type PeopleRow = {
  id: string;
  kind: "member" | "invitation";
  userId: string | null;
  name: string;
  email: string;
  role: Role;
  billingRight: boolean;
  state: "active" | "pending" | "expired" | "refused" | "revoked";
  since: Date;
  version: number;
};

const SORTS = { name: '"sortName"', email: '"email"', role: '"role"', since: '"since"' } as const;

type Page = { sort: string; offset: number; limit: number };

/** One page of people. Each half is cut to what the page can show before both are put together. */
export async function peoplePage(reader: Reader, filter: PeopleFilter, page: Page): Promise<PeopleRow[]> {
  const direction = page.sort.startsWith("-") ? "DESC" : "ASC";
  const column = SORTS[page.sort.replace("-", "") as keyof typeof SORTS];
  const order = `ORDER BY ${column} ${direction}, "id" ${direction}`;
  const { halves, values } = branches(filter);
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
  const [row] = await reader.rows<{ count: number }>(
    `SELECT sum(count)::int AS "count"
     FROM (${halves.map((half) => `SELECT count(*) FROM (${half}) half`).join(" UNION ALL ")}) counts`,
    ...values,
  );
  return row?.count ?? 0;
}

/** The members' half and the invitations' half of the table, as far as the filter needs them, with their parameters. */
function branches(filter: PeopleFilter): { halves: string[]; values: unknown[] } {
  const values: unknown[] = [filter.organizationId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const pattern =
    filter.q === "" ? null : bind(`%${filter.q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`, "text");
  const role = filter.role ? bind(filter.role, '"Role"') : null;
  const wantsMembers = filter.show !== "invitations" && (!filter.state || filter.state === "active");
  const wantsInvitations =
    (filter.show === "all" || filter.show === "invitations") && filter.state !== "active";
  const halves: string[] = [];
  if (wantsMembers)
    halves.push(`
      SELECT m."id", 'member' AS "kind", m."userId", m."nameKey" AS "sortName",
             btrim(u."firstName" || ' ' || u."lastName") AS "name", u."email", m."role",
             m."billingRight",
             'active' AS "state", m."joinedAt" AS "since", m."version"
      FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL
        ${filter.show === "members" ? `AND m."role" <> 'EXTERNAL'` : ""}
        ${filter.show === "externals" ? `AND m."role" = 'EXTERNAL'` : ""}
        ${role ? `AND m."role" = ${role}` : ""}
        ${pattern ? `AND (lower(u."firstName" || ' ' || u."lastName") LIKE ${pattern} OR m."nameKey" LIKE ${pattern} OR u."email" LIKE ${pattern})` : ""}`);
  if (wantsInvitations)
    halves.push(`
      SELECT i."id", 'invitation', NULL::uuid, i."email" AS "sortName", '' AS "name", i."email", i."role",
             i."billingRight",
             CASE WHEN i."status" = 'PENDING' THEN CASE WHEN i."expiresAt" > ${bind(filter.now, "timestamptz")}
                  THEN 'pending' ELSE 'expired' END ELSE lower(i."status"::text) END,
             i."sentAt" AS "since", 0
      FROM "Invitation" i
      WHERE i."organizationId" = $1::uuid AND ${statusCondition(filter, bind)}
        ${role ? `AND i."role" = ${role}` : ""}
        ${pattern ? `AND i."email" LIKE ${pattern}` : ""}`);
  // Nothing can match, for example active invitations: still one well-formed, empty half.
  if (halves.length === 0)
    halves.push(`SELECT NULL::uuid AS "id", '' AS "kind", NULL::uuid AS "userId", '' AS "sortName", '' AS "name", '' AS "email",
      'EXTERNAL'::"Role" AS "role", false AS "billingRight", '' AS "state", now() AS "since", 0 AS "version" WHERE $1::uuid IS NULL`);
  return { halves, values };
}

/** Open invitations, lapsed ones included, unless another state is asked for. */
function statusCondition(filter: PeopleFilter, bind: (value: unknown, type: string) => string): string {
  switch (filter.state) {
    case "pending":
      return `i."status" = 'PENDING' AND i."expiresAt" > ${bind(filter.now, "timestamptz")}`;
    case "expired":
      return `(i."status" = 'EXPIRED' OR (i."status" = 'PENDING' AND i."expiresAt" <= ${bind(filter.now, "timestamptz")}))`;
    case "refused":
      return `i."status" = 'REFUSED'`;
    case "revoked":
      return `i."status" = 'REVOKED'`;
    default:
      return `i."status" = 'PENDING'`;
  }
}
