import type { ObjectType } from "@/lib/access/families";
import type { Reader } from "@/lib/platform/database";
import { containing } from "@/lib/platform/search";
import { type PageOf, pageWithin } from "./paging";
import type { LookedAt } from "./peopleReaching";

/** A grant with the words for who has it and what it is on. */
export type ListedGrant = {
  id: string;
  rights: number;
  grantedAt: Date;
  grantedByName: string;
  as: "member" | "team" | "invitation";
  holderId: string;
  holderName: string;
  on: "product" | "kind" | "resource";
  onId: string;
  onName: string;
  type: ObjectType;
  kindNames: Readonly<Record<string, string>>;
  /** The product that a resource is inside of. */
  productId: string | null;
  productName: string | null;
};

/** What was given: on a product and inside it, on one thing inside, or to one member. */
export async function listedGrants(
  reader: Reader,
  organizationId: string,
  at: LookedAt | { membershipId: string },
  { q, ...wanted }: PageOf & { q: string },
): Promise<{ total: number; page: number; grants: ListedGrant[] }> {
  const values: unknown[] = [organizationId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const grants = (where: string) =>
    `SELECT g.* FROM "AccessGrant" g WHERE g."organizationId" = $1::uuid AND ${where}`;
  const chosen =
    "membershipId" in at
      ? [grants(`g."membershipId" = ${bind(at.membershipId, "uuid")}`)]
      : "thing" in at
        ? [grants(`g."resourceId" = ${bind(at.thing.id, "uuid")}`)]
        : [
            grants(`g."subscriptionId" = ${bind(at.product.suite?.id ?? at.product.id, "uuid")}`),
            grants(`g."kindKey" = ${bind(at.product.suite?.kindKey ?? at.product.kindKey, "text")}`),
            `SELECT g.* FROM "Resource" r
             JOIN "AccessGrant" g ON g."organizationId" = r."organizationId" AND g."resourceId" = r."id"
             WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = ${bind(at.product.id, "uuid")} AND r."endedAt" IS NULL`,
          ];
  const listed = `
    SELECT g."id", g."rights", g."grantedAt", g."grantedByName",
           CASE WHEN g."membershipId" IS NOT NULL THEN 'member' WHEN g."teamId" IS NOT NULL THEN 'team' ELSE 'invitation' END AS "as",
           coalesce(g."membershipId", g."teamId", g."invitationId") AS "holderId",
           coalesce(btrim(u."firstName" || ' ' || u."lastName"), t."name", i."email") AS "holderName",
           CASE WHEN g."subscriptionId" IS NOT NULL THEN 'product' WHEN g."resourceId" IS NOT NULL THEN 'resource' ELSE 'kind' END AS "on",
           coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey") AS "onId",
           coalesce(s."name", r."name", '') AS "onName", coalesce(r."type"::text, 'PRODUCT') AS "type",
           k."names" AS "kindNames", w."id" AS "productId", w."name" AS "productName"
    FROM (${chosen.join(" UNION ALL ")}) g
    LEFT JOIN "Membership" m ON m."organizationId" = g."organizationId" AND m."id" = g."membershipId"
    LEFT JOIN "User" u ON u."id" = m."userId"
    LEFT JOIN "Team" t ON t."organizationId" = g."organizationId" AND t."id" = g."teamId"
    LEFT JOIN "Invitation" i ON i."organizationId" = g."organizationId" AND i."id" = g."invitationId"
    LEFT JOIN "Subscription" s ON s."organizationId" = g."organizationId" AND s."id" = g."subscriptionId"
    LEFT JOIN "Resource" r ON r."organizationId" = g."organizationId" AND r."id" = g."resourceId"
    LEFT JOIN "Subscription" w ON w."organizationId" = r."organizationId" AND w."id" = r."subscriptionId"
    JOIN "ProductKind" k ON k."key" = coalesce(g."kindKey", s."kindKey", w."kindKey")`;
  const searched = "membershipId" in at ? `"onName"` : `"holderName"`;
  const filtered =
    q === ""
      ? `FROM (${listed}) given`
      : `FROM (${listed}) given WHERE lower(${searched}) LIKE ${bind(containing(q), "text")}`;
  const [row] = await reader.rows<{ total: number }>(
    `SELECT count(*)::int AS "total" ${filtered}`,
    ...values,
  );
  const total = row?.total ?? 0;
  const page = pageWithin(wanted.page, total, wanted.size);
  const direction = wanted.descending ? "DESC" : "ASC";
  const found = await reader.rows<ListedGrant>(
    `SELECT * ${filtered} ORDER BY lower(${searched}) ${direction}, "id" ${direction}
     OFFSET ${(page - 1) * wanted.size} LIMIT ${wanted.size}`,
    ...values,
  );
  return { total, page, grants: found };
}
