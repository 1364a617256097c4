import type { Family } from "@/lib/access/families";
import type { Grant, Holder, Target, TeamHolding } from "@/lib/access/resolution";
import type { Role } from "@/lib/access/roles";
import type { Reader } from "./database";

type HolderRow = { role: Role; grants: Grant[] | null; teams: TeamHolding[] | null };

/** A grant `g` as {@link Grant} has it. */
export const GRANTED = `jsonb_build_object('on', coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey"), 'rights', g."rights")`;

/** What alone is asked about: one thing inside a product, or a product with everything inside it. */
export type About =
  | { readonly thing: { readonly id: string } }
  | { readonly product: Pick<Extract<Target, { type: "PRODUCT" }>, "id" | "kindKey" | "suite"> };

/** The condition for grants `g` on that, with its values from $3 on. */
function onlyAbout(about: About): { only: string; values: string[] } {
  if ("thing" in about) return { only: `AND g."resourceId" = $3::uuid`, values: [about.thing.id] };
  const { id, kindKey } = about.product.suite ?? about.product;
  return {
    only: `AND (g."subscriptionId" = $3::uuid OR g."kindKey" = $4 OR g."resourceId" = ANY (ARRAY(
             SELECT r."id" FROM "Resource" r WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = $5::uuid)))`,
    values: [id, kindKey, about.product.id],
  };
}

/**
 * Members of an organization with everything that reaches them, by membership id; former members are left out. With
 * `about`, what was given on other things is left out too.
 */
export async function holders(
  reader: Reader,
  organizationId: string,
  membershipIds: readonly string[],
  about?: About,
): Promise<Map<string, Holder>> {
  const { only, values } = about ? onlyAbout(about) : { only: "", values: [] };
  const rows = await reader.rows<HolderRow & { id: string }>(
    `SELECT m."id", m."role",
            (SELECT jsonb_agg(${GRANTED}) FROM "AccessGrant" g
             WHERE g."organizationId" = m."organizationId" AND g."membershipId" = m."id" ${only}) AS "grants",
            (SELECT jsonb_agg(jsonb_build_object('id', t."id", 'name', t."name", 'grants', coalesce(
               (SELECT jsonb_agg(${GRANTED}) FROM "AccessGrant" g
                WHERE g."organizationId" = t."organizationId" AND g."teamId" = t."id" ${only}), '[]')) ORDER BY t."name")
             FROM "TeamMember" x JOIN "Team" t ON t."organizationId" = x."organizationId" AND t."id" = x."teamId"
             WHERE x."organizationId" = m."organizationId" AND x."membershipId" = m."id") AS "teams"
     FROM "Membership" m
     WHERE m."organizationId" = $1::uuid AND m."id" = ANY ($2::uuid[]) AND m."endedAt" IS NULL`,
    organizationId,
    membershipIds,
    ...values,
  );
  return new Map(
    rows.map(({ id, role, grants, teams }) => [id, { role, grants: grants ?? [], teams: teams ?? [] }]),
  );
}

/** A product as access sees it, with what is inside; null where there is none. */
export type ProductTargets = { product: Target & { type: "PRODUCT" }; inside: Target[] };

type ProductRow = {
  id: string;
  kindKey: string;
  family: Family;
  suite: { id: string; kindKey: string } | null;
  inside: Target[] | null;
};

/** A living product of the organization, with what is inside it; null where there is none. */
export async function productTargets(
  reader: Reader,
  organizationId: string,
  subscriptionId: string,
): Promise<ProductTargets | null> {
  const [row] = await reader.rows<ProductRow>(
    `SELECT s."id", s."kindKey", k."family",
            CASE WHEN p."id" IS NOT NULL THEN jsonb_build_object('id', p."id", 'kindKey', p."kindKey") END AS "suite",
            (SELECT jsonb_agg(jsonb_build_object('type', r."type", 'id', r."id", 'sharedRights', r."sharedRights"))
             FROM "Resource" r WHERE r."organizationId" = s."organizationId" AND r."subscriptionId" = s."id"
               AND r."endedAt" IS NULL) AS "inside"
     FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     LEFT JOIN "Subscription" p ON p."organizationId" = s."organizationId" AND p."id" = s."partOfId"
     WHERE s."organizationId" = $1::uuid AND s."id" = $2::uuid AND s."endedAt" IS NULL`,
    organizationId,
    subscriptionId,
  );
  if (!row) return null;
  const { inside, ...product } = row;
  return { product: { type: "PRODUCT", ...product }, inside: inside ?? [] };
}

/** What was given to a holder, as ids of living products: by itself, with all of its kind, or inside of it. */
const PRODUCTS_OF = (grants: string): string => `
  WITH granted AS MATERIALIZED (${grants})
  SELECT g."holder", array_agg(DISTINCT s."id") AS "products" FROM (
    SELECT "holder", "subscriptionId" FROM granted WHERE "subscriptionId" IS NOT NULL
    UNION SELECT g."holder", r."subscriptionId" FROM granted g
      JOIN "Resource" r ON r."organizationId" = $1::uuid AND r."id" = g."resourceId"
    UNION SELECT g."holder", k."id" FROM granted g
      JOIN "Subscription" k ON k."organizationId" = $1::uuid AND k."kindKey" = g."kindKey" AND k."partOfId" IS NULL
  ) g JOIN "Subscription" s ON s."organizationId" = $1::uuid AND s."id" = g."subscriptionId" AND s."endedAt" IS NULL
  GROUP BY g."holder"`;

const GRANT_COLUMNS = `g."subscriptionId", g."resourceId", g."kindKey"`;

/** The products that there are of a kind, parts of suites aside: what is given on all of the kind is part of their history. */
export const productsOfKind = async (
  reader: Reader,
  organizationId: string,
  kindKey: string,
): Promise<string[]> =>
  (
    await reader.rows<{ id: string }>(
      `SELECT "id" FROM "Subscription"
       WHERE "organizationId" = $1::uuid AND "kindKey" = $2 AND "partOfId" IS NULL AND "endedAt" IS NULL`,
      organizationId,
      kindKey,
    )
  ).map(({ id }) => id);

/** The products that an invitation carries something of: itself, or by a team. */
export async function productsOfInvitation(
  reader: Reader,
  organizationId: string,
  invitationId: string,
): Promise<string[]> {
  const [row] = await reader.rows<{ products: string[] }>(
    PRODUCTS_OF(`
      SELECT $2::uuid AS "holder", ${GRANT_COLUMNS} FROM "AccessGrant" g
      WHERE g."organizationId" = $1::uuid AND (g."invitationId" = $2::uuid OR g."teamId" IN (
        SELECT i."teamId" FROM "InvitationTeam" i WHERE i."organizationId" = $1::uuid AND i."invitationId" = $2::uuid))`),
    organizationId,
    invitationId,
  );
  return row?.products ?? [];
}

/** The products that a team was given something of: whoever joins or leaves it, and its end, is part of their history. */
export async function productsOfTeam(
  reader: Reader,
  organizationId: string,
  teamId: string,
): Promise<string[]> {
  const [row] = await reader.rows<{ products: string[] }>(
    PRODUCTS_OF(`
      SELECT g."teamId" AS "holder", ${GRANT_COLUMNS} FROM "AccessGrant" g
      WHERE g."organizationId" = $1::uuid AND g."teamId" = $2::uuid`),
    organizationId,
    teamId,
  );
  return row?.products ?? [];
}

/** The products that members were given something of, by membership: themselves, or by a team of theirs. */
export async function productsOfMembers(
  reader: Reader,
  organizationId: string,
  membershipIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await reader.rows<{ holder: string; products: string[] }>(
    PRODUCTS_OF(`
      SELECT g."membershipId" AS "holder", ${GRANT_COLUMNS} FROM "AccessGrant" g
      WHERE g."organizationId" = $1::uuid AND g."membershipId" = ANY ($2::uuid[])
      UNION ALL
      SELECT x."membershipId", ${GRANT_COLUMNS} FROM "TeamMember" x
      JOIN "AccessGrant" g ON g."organizationId" = $1::uuid AND g."teamId" = x."teamId"
      WHERE x."organizationId" = $1::uuid AND x."membershipId" = ANY ($2::uuid[])`),
    organizationId,
    membershipIds,
  );
  return new Map(rows.map(({ holder, products }) => [holder, products]));
}
