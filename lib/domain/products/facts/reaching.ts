import type { Family } from "@/lib/access/families";
import type { Grant, Holder, TeamHolding } from "@/lib/access/resolution";
import type { Role } from "@/lib/access/roles";
import { NotFound } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader } from "@/lib/platform/database";
import type { SourceWord } from "../accessTables";
import type { NamedThing } from "../reachLines";
import { type PageOf, pageWithin, patternOf } from "./paging";

/** A living product as access sees it and as pages name it. */
export type SeenProduct = NamedThing & {
  type: "PRODUCT";
  family: Family;
  kindNames: Readonly<Record<string, string>>;
  suite: { id: string; kindKey: string; name: string } | null;
};

const PRODUCT = `
  SELECT 'PRODUCT' AS "type", s."id", s."kindKey", s."name", k."family", k."names" AS "kindNames",
         CASE WHEN p."id" IS NOT NULL THEN jsonb_build_object('id', p."id", 'kindKey', p."kindKey", 'name', p."name") END AS "suite"
  FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
  LEFT JOIN "Subscription" p ON p."organizationId" = s."organizationId" AND p."id" = s."partOfId"
  WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL`;

/** A living product of this organization; throws {@link NotFound} for everything else. */
export async function seenProduct(reader: Reader, organizationId: string, id: string): Promise<SeenProduct> {
  const [product] = await reader.rows<SeenProduct>(`${PRODUCT} AND s."id" = $2::uuid`, organizationId, id);
  if (!product) throw new NotFound();
  return product;
}

/** Something inside a product that is named, with the product it is in. */
export type SeenThing = Exclude<NamedThing, { type: "PRODUCT" }> & { productId: string };

/** What is inside these products, as far as somebody was given it (`on`) or it is shared with everybody. */
export const thingsInside = (
  reader: Reader,
  organizationId: string,
  productIds: readonly string[],
  on: readonly string[],
): Promise<SeenThing[]> =>
  reader.rows<SeenThing>(
    `SELECT r."type", r."id", r."name", r."sharedRights", r."subscriptionId" AS "productId" FROM "Resource" r
     WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = ANY ($2::uuid[]) AND r."endedAt" IS NULL
       AND (r."sharedRights" > 0 OR r."id" = ANY ($3::uuid[]))
     ORDER BY r."type", lower(r."name"), r."id"`,
    organizationId,
    productIds,
    on.filter(isUuid),
  );

/** Something inside a product that is still there; throws {@link NotFound} for everything else. */
export async function seenThing(reader: Reader, organizationId: string, id: string): Promise<SeenThing> {
  const [thing] = await reader.rows<SeenThing>(
    `SELECT r."type", r."id", r."name", r."sharedRights", r."subscriptionId" AS "productId" FROM "Resource" r
     WHERE r."organizationId" = $1::uuid AND r."id" = $2::uuid AND r."endedAt" IS NULL`,
    organizationId,
    id,
  );
  if (!thing) throw new NotFound();
  return thing;
}

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

/** Everybody whom a grant, their role or a sharing reaches with it, invited people included; by name. */
export function peopleReaching(
  reader: Reader,
  organizationId: string,
  at: LookedAt,
  { q, from }: Wanted,
): {
  count(): Promise<number>;
  page(of: { offset: number; limit: number; descending: boolean }): Promise<Reacher[]>;
} {
  const values: unknown[] = [organizationId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const wants = (source: SourceWord) => from.length === 0 || from.includes(source);
  const grants = (columns: string) =>
    `SELECT ${columns} FROM "AccessGrant" g WHERE g."organizationId" = $1::uuid`;
  const column = `g."membershipId", g."teamId", g."invitationId"`;
  const granted =
    "thing" in at
      ? [`${grants(column)} AND g."resourceId" = ${bind(at.thing.id, "uuid")}`]
      : [
          `${grants(column)} AND g."subscriptionId" = ${bind(at.product.suite?.id ?? at.product.id, "uuid")}`,
          `${grants(column)} AND g."kindKey" = ${bind(at.product.suite?.kindKey ?? at.product.kindKey, "text")}`,
          `SELECT ${column} FROM "Resource" r
           JOIN "AccessGrant" g ON g."organizationId" = r."organizationId" AND g."resourceId" = r."id"
           WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = ${bind(at.product.id, "uuid")} AND r."endedAt" IS NULL`,
        ];
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
  const pattern = q === "" ? null : bind(patternOf(q), "text");
  const halves: string[] = [];
  if (members.length > 0)
    halves.push(`
      SELECT 'member' AS "as", m."id", m."nameKey" AS "sortName", btrim(u."firstName" || ' ' || u."lastName") AS "name",
             u."email", m."role"
      FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL AND m."id" = ANY (ARRAY(${members.join(" UNION ALL ")}))
        ${pattern ? `AND (m."nameKey" LIKE ${pattern} OR lower(u."firstName" || ' ' || u."lastName") LIKE ${pattern} OR u."email" LIKE ${pattern})` : ""}`);
  if (invited.length > 0)
    halves.push(`
      SELECT 'invitation' AS "as", i."id", i."email" AS "sortName", i."email" AS "name", i."email", i."role"
      FROM "Invitation" i
      WHERE i."organizationId" = $1::uuid AND i."status" = 'PENDING' AND i."id" IN (${invited.join(" UNION ALL ")})
        ${pattern ? `AND i."email" LIKE ${pattern}` : ""}`);
  const people = `WITH granted AS MATERIALIZED (${granted.join(" UNION ALL ")}), people AS (${halves.join(" UNION ALL ")})`;
  return {
    async count() {
      if (halves.length === 0) return 0;
      const [row] = await reader.rows<{ count: number }>(
        `${people} SELECT count(*)::int AS "count" FROM people`,
        ...values,
      );
      return row?.count ?? 0;
    },
    async page({ offset, limit, descending }) {
      if (halves.length === 0) return [];
      const direction = descending ? "DESC" : "ASC";
      return reader.rows<Reacher>(
        `${people} SELECT "as", "id", "name", "email", "role" FROM people
         ORDER BY "sortName" ${direction}, "id" ${direction} OFFSET ${offset} LIMIT ${limit}`,
        ...values,
      );
    },
  };
}

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

const GRANTED = `jsonb_build_object('on', coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey"), 'rights', g."rights")`;

/** What invited people will have once they accept: their role, what was promised to them, and their teams. */
export async function invitedHolders(
  reader: Reader,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, Holder>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{
    id: string;
    role: Role;
    grants: Grant[] | null;
    teams: TeamHolding[] | null;
  }>(
    `SELECT i."id", i."role",
            (SELECT jsonb_agg(${GRANTED}) FROM "AccessGrant" g
             WHERE g."organizationId" = i."organizationId" AND g."invitationId" = i."id") AS "grants",
            (SELECT jsonb_agg(jsonb_build_object('id', t."id", 'name', t."name", 'grants', coalesce(
               (SELECT jsonb_agg(${GRANTED}) FROM "AccessGrant" g
                WHERE g."organizationId" = t."organizationId" AND g."teamId" = t."id"), '[]')) ORDER BY t."name")
             FROM "InvitationTeam" x JOIN "Team" t ON t."organizationId" = x."organizationId" AND t."id" = x."teamId"
             WHERE x."organizationId" = i."organizationId" AND x."invitationId" = i."id") AS "teams"
     FROM "Invitation" i
     WHERE i."organizationId" = $1::uuid AND i."id" = ANY ($2::uuid[]) AND i."status" = 'PENDING'`,
    organizationId,
    ids,
  );
  return new Map(
    rows.map(({ id, role, grants, teams }) => [id, { role, grants: grants ?? [], teams: teams ?? [] }]),
  );
}

/** The products that grants on these ids reach, or all of them; with what is shared inside, for whoever is inside. */
export async function productsReached(
  reader: Reader,
  organizationId: string,
  of: { on: readonly string[]; all: boolean; isInside: boolean; q: string },
  wanted: PageOf,
): Promise<{ total: number; page: number; products: SeenProduct[] }> {
  const { on, all, isInside, q } = of;
  const values: unknown[] = [organizationId, on.filter(isUuid), on.filter((key) => !isUuid(key))];
  const pattern = q === "" ? null : `$${values.push(patternOf(q))}::text`;
  // What is given on a suite is given on its parts, and on them only so (PROD-4).
  const given = `WITH given AS MATERIALIZED (
    SELECT "id" FROM "Subscription"
    WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL AND "partOfId" IS NULL
      AND ("id" = ANY ($2::uuid[]) OR "kindKey" = ANY ($3::text[])))`;
  const ids = `
    SELECT "id" FROM given
    UNION ALL SELECT "id" FROM "Subscription"
      WHERE "organizationId" = $1::uuid AND "partOfId" = ANY (ARRAY(SELECT "id" FROM given))
    UNION ALL SELECT "subscriptionId" FROM "Resource"
      WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL AND "id" = ANY ($2::uuid[])
    ${
      isInside
        ? `UNION ALL SELECT "subscriptionId" FROM "Resource"
           WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL AND "sharedRights" > 0`
        : ""
    }`;
  const reached = `${PRODUCT} ${all ? "" : `AND s."id" = ANY (ARRAY(${ids}))`}
    ${pattern ? `AND lower(s."name") LIKE ${pattern}` : ""}`;
  const [row] = await reader.rows<{ total: number }>(
    `${given} SELECT count(*)::int AS "total" FROM (${reached}) reached`,
    ...values,
  );
  const total = row?.total ?? 0;
  const page = pageWithin(wanted.page, total, wanted.size);
  const direction = wanted.descending ? "DESC" : "ASC";
  const products = await reader.rows<SeenProduct>(
    `${given} ${reached} ORDER BY lower(s."name") ${direction}, s."id" ${direction} OFFSET ${(page - 1) * wanted.size} LIMIT ${wanted.size}`,
    ...values,
  );
  return { total, page, products };
}
