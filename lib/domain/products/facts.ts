import type { Family } from "@/lib/access/families";
import type { Target } from "@/lib/access/resolution";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader } from "@/lib/platform/database";

/** Something that access can be given on, with the words for it. */
export type NamedTarget = Target & {
  readonly name: string;
  /** The product that it is, or is inside of. */
  readonly product: { readonly id: string; readonly name: string; readonly family: Family };
};

/**
 * What grants on these ids reach: products by their id or the key of their kind, resources by their id. What has ended
 * and what another organization has is left out, and so are the parts of suites, which are reached by their suite.
 */
export const targetsOf = (
  reader: Reader,
  organizationId: string,
  on: readonly string[],
): Promise<NamedTarget[]> =>
  reader.rows<NamedTarget>(
    `SELECT 'PRODUCT' AS "type", s."id"::text AS "id", s."kindKey", k."family", NULL::jsonb AS "suite", 0 AS "sharedRights",
            s."name", jsonb_build_object('id', s."id", 'name', s."name", 'family', k."family") AS "product"
     FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL AND s."partOfId" IS NULL
       AND (s."id" = ANY ($2::uuid[]) OR s."kindKey" = ANY ($3::text[]))
     UNION ALL
     SELECT r."type"::text, r."id"::text, s."kindKey", k."family", NULL, r."sharedRights",
            r."name", jsonb_build_object('id', s."id", 'name', s."name", 'family', k."family")
     FROM "Resource" r JOIN "Subscription" s ON s."organizationId" = r."organizationId" AND s."id" = r."subscriptionId"
     JOIN "ProductKind" k ON k."key" = s."kindKey"
     WHERE r."organizationId" = $1::uuid AND r."endedAt" IS NULL AND r."id" = ANY ($2::uuid[])
     ORDER BY "name", "id"`,
    organizationId,
    on.filter(isUuid),
    on.filter((key) => !isUuid(key)),
  );

/** Whether the organization ($1) has a living product of the kind `k`. */
export const HAS_KIND = `EXISTS (SELECT 1 FROM "Subscription" h
  WHERE h."organizationId" = $1::uuid AND h."kindKey" = k."key" AND h."endedAt" IS NULL)`;

/** Whether the kind `k` only comes with a suite: it has no price of its own, and is given on the suite (PROD-4). */
export const ONLY_IN_SUITES = `(EXISTS (SELECT 1 FROM "ProductKind" w WHERE k."key" = ANY (w."includes"))
  AND NOT EXISTS (SELECT 1 FROM "Price" p WHERE p."kindKey" = k."key"))`;

/** Whether all products of the kind `k` are offered, to people and teams alike: while it is sold, or there is one. */
export const IS_KIND_OFFERED = `(k."retiredAt" IS NULL OR ${HAS_KIND})`;
