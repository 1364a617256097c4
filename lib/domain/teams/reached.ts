import type { Family, ResourceType } from "@/lib/access/families";
import {
  accessOf,
  type Contribution,
  explainAccess,
  type Holder,
  rightsOn,
  type Target,
} from "@/lib/access/resolution";
import { hasAllRights, isInside } from "@/lib/access/roles";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader } from "@/lib/platform/database";

/** A product with what is inside it, as far as grants, sharing or a role may reach it. */
export type Reachable = {
  product: Target & { type: "PRODUCT"; name: string };
  inside: (Target & { type: ResourceType; name: string })[];
};

type Row = {
  id: string;
  name: string;
  kindKey: string;
  family: Family;
  suite: { id: string; kindKey: string } | null;
  inside: Reachable["inside"] | null;
};

/**
 * The living products that may reach one of these people, with what is inside that may, in one statement: what they and
 * their teams were given, what everybody inside shares, and everything where a role has all rights.
 */
export async function reachableBy(
  reader: Reader,
  organizationId: string,
  holders: readonly Holder[],
): Promise<Reachable[]> {
  const on = new Set(
    holders
      .flatMap(({ grants, teams }) => [...grants, ...teams.flatMap((team) => team.grants)])
      .map((g) => g.on),
  );
  const rows = await reader.rows<Row>(
    `WITH "given" AS (
       SELECT r."subscriptionId", jsonb_agg(jsonb_build_object('type', r."type", 'id', r."id", 'name', r."name",
                'sharedRights', r."sharedRights") ORDER BY r."type", lower(r."name"), r."id") AS "inside"
       FROM "Resource" r
       WHERE r."organizationId" = $1::uuid AND r."endedAt" IS NULL
         AND (r."id" = ANY ($2::uuid[]) OR ($4 AND r."sharedRights" > 0))
       GROUP BY r."subscriptionId")
     SELECT s."id", s."name", s."kindKey", k."family", "given"."inside",
            CASE WHEN p."id" IS NOT NULL THEN jsonb_build_object('id', p."id", 'kindKey', p."kindKey") END AS "suite"
     FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     LEFT JOIN "Subscription" p ON p."organizationId" = s."organizationId" AND p."id" = s."partOfId"
     LEFT JOIN "given" ON "given"."subscriptionId" = s."id"
     WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL
       AND ($5 OR "given"."inside" IS NOT NULL OR coalesce(p."id", s."id") = ANY ($2::uuid[])
            OR coalesce(p."kindKey", s."kindKey") = ANY ($3::text[]))
     ORDER BY lower(s."name"), s."id"`,
    organizationId,
    [...on].filter(isUuid),
    [...on].filter((key) => !isUuid(key)),
    holders.some(({ role }) => isInside(role)),
    holders.some(({ role }) => hasAllRights(role)),
  );
  return rows.map(({ inside, ...product }) => ({
    product: { type: "PRODUCT", ...product },
    inside: inside ?? [],
  }));
}

/** What somebody has on something, and where it comes from. */
export type Reached = { id: string; name: string; rights: number; from: Contribution[] };

/** A product that somebody reaches: by rights on it, by something inside it, or both. */
export type ReachedProduct = Reached & { family: Family; inside: (Reached & { type: ResourceType })[] };

/** What of this a person really reaches, with where each access comes from (TEAM-5). */
export function reachOf(holder: Holder, reachable: readonly Reachable[]): ReachedProduct[] {
  const access = accessOf(holder);
  const reached = (target: Target & { name: string }): Reached => ({
    id: target.id,
    name: target.name,
    rights: rightsOn(access, target),
    from: explainAccess(holder, target).contributions.filter(({ wins }) => wins),
  });
  return reachable.flatMap(({ product, inside }) => {
    const line = {
      ...reached(product),
      family: product.family,
      inside: inside
        .map((target) => ({ ...reached(target), type: target.type }))
        .filter(({ rights }) => rights !== 0),
    };
    return line.rights !== 0 || line.inside.length > 0 ? [line] : [];
  });
}
