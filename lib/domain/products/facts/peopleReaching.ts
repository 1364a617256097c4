import type { Role } from "@/lib/access/roles";
import type { Reader } from "@/lib/platform/database";
import { containing, personMatches } from "@/lib/platform/search";
import type { SourceWord } from "../accessTables";
import type { PageOf } from "./paging";
import type { SeenProduct, SeenThing } from "./seen";

/** A person who reaches something, or will by accepting an invitation. */
export type Reacher = {
  as: "member" | "invitation";
  id: string;
  name: string;
  email: string;
  role: Role;
};

/** What is looked at: a product with everything inside it, or one thing inside. */
export type LookedAt =
  | { product: Pick<SeenProduct, "id" | "kindKey" | "suite">; isAnythingShared: boolean }
  | { thing: Pick<SeenThing, "id">; isAnythingShared: boolean };

type Wanted = { q: string; from: readonly SourceWord[] };
type Bind = (value: unknown, type: string) => string;

/**
 * Everybody whom a grant, their role or a sharing reaches with it, invited people included; by name: a page of them, each
 * with how many there are in all.
 */
export function peopleReaching(
  reader: Reader,
  organizationId: string,
  at: LookedAt,
  { q, from }: Wanted,
): (of: PageOf) => Promise<(Reacher & { total: number })[]> {
  const values: unknown[] = [organizationId];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const granted = grantsOn(at, bind);
  const { members, invited } = ways(at, from);
  const pattern = q === "" ? null : bind(containing(q), "text");
  const halves = [
    ...(members.length > 0 ? [membersAmong(members, pattern)] : []),
    ...(invited.length > 0 ? [invitedAmong(invited, pattern)] : []),
  ];
  const people = `WITH granted AS MATERIALIZED (${granted.join(" UNION ALL ")}), people AS (${halves.join(" UNION ALL ")})`;
  return async ({ page, size, descending }) => {
    if (halves.length === 0) return [];
    const direction = descending ? "DESC" : "ASC";
    const order = `ORDER BY p."sortName" ${direction}, p."id" ${direction}`;
    // The accounts are looked up for the page alone.
    return reader.rows(
      `${people}, page AS (
         SELECT *, (count(*) OVER ())::int AS "total" FROM people p ${order} OFFSET ${(page - 1) * size} LIMIT ${size})
       SELECT p."as", p."id", coalesce(btrim(u."firstName" || ' ' || u."lastName"), p."email") AS "name",
              coalesce(u."email", p."email") AS "email", p."role", p."total"
       FROM page p LEFT JOIN "User" u ON u."id" = p."userId" ${order}`,
      ...values,
    );
  };
}

/** Statements for the grants that reach what is looked at, or something inside it. */
function grantsOn(at: LookedAt, bind: Bind): string[] {
  const column = `g."membershipId", g."teamId", g."invitationId"`;
  const grants = `SELECT ${column} FROM "AccessGrant" g WHERE g."organizationId" = $1::uuid`;
  if ("thing" in at) return [`${grants} AND g."resourceId" = ${bind(at.thing.id, "uuid")}`];
  const { id, kindKey } = at.product.suite ?? at.product;
  return [
    `${grants} AND g."subscriptionId" = ${bind(id, "uuid")}`,
    `${grants} AND g."kindKey" = ${bind(kindKey, "text")}`,
    `SELECT ${column} FROM "Resource" r
     JOIN "AccessGrant" g ON g."organizationId" = r."organizationId" AND g."resourceId" = r."id"
     WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = ${bind(at.product.id, "uuid")} AND r."endedAt" IS NULL`,
  ];
}

/** Statements for the ids of those whom these sources reach: places in the organization, and invitations. */
function ways(at: LookedAt, from: Wanted["from"]): { members: string[]; invited: string[] } {
  const wants = (source: SourceWord) => from.length === 0 || from.includes(source);
  const members: string[] = [];
  const invited: string[] = [];
  if (wants("individual")) {
    members.push(`SELECT "membershipId" FROM granted WHERE "membershipId" IS NOT NULL`);
    invited.push(`SELECT "invitationId" FROM granted WHERE "invitationId" IS NOT NULL`);
  }
  if (wants("team")) {
    const teams = `ARRAY(SELECT "teamId" FROM granted WHERE "teamId" IS NOT NULL)`;
    members.push(
      `SELECT t."membershipId" FROM "TeamMember" t WHERE t."organizationId" = $1::uuid AND t."teamId" = ANY (${teams})`,
    );
    invited.push(
      `SELECT t."invitationId" FROM "InvitationTeam" t WHERE t."organizationId" = $1::uuid AND t."teamId" = ANY (${teams})`,
    );
  }
  const everybody = `SELECT "id" FROM "Membership" WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL`;
  if (wants("role") && "product" in at)
    members.push(`${everybody} AND "role" IN ('LEGAL_REPRESENTATIVE', 'ADMINISTRATOR')`);
  if (wants("organization") && at.isAnythingShared) members.push(`${everybody} AND "role" <> 'EXTERNAL'`);
  return { members, invited };
}

const membersAmong = (ids: readonly string[], pattern: string | null) => `
  SELECT 'member' AS "as", m."id", m."userId", m."nameKey" AS "sortName", NULL AS "email", m."role"
  FROM "Membership" m ${pattern ? `JOIN "User" u ON u."id" = m."userId"` : ""}
  WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL AND m."id" = ANY (ARRAY(${ids.join(" UNION ALL ")}))
    ${pattern ? `AND ${personMatches(pattern)}` : ""}`;

const invitedAmong = (ids: readonly string[], pattern: string | null) => `
  SELECT 'invitation' AS "as", i."id", NULL::uuid AS "userId", i."email" AS "sortName", i."email", i."role"
  FROM "Invitation" i
  WHERE i."organizationId" = $1::uuid AND i."status" = 'PENDING' AND i."id" IN (${ids.join(" UNION ALL ")})
    ${pattern ? `AND i."email" LIKE ${pattern}` : ""}`;

/** Whether something inside this product is shared with everybody inside the organization. */
export async function isAnythingShared(
  reader: Reader,
  organizationId: string,
  productId: string,
): Promise<boolean> {
  const rows = await reader.rows(
    `SELECT 1 FROM "Resource" r WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = $2::uuid
       AND r."endedAt" IS NULL AND r."sharedRights" > 0 LIMIT 1`,
    organizationId,
    productId,
  );
  return rows.length > 0;
}
