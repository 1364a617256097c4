import type { Family } from "@/lib/access/families";
import { NotFound } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader } from "@/lib/platform/database";
import type { NamedThing } from "../reachLines";

/** A living product as access sees it and as pages name it. */
export type SeenProduct = NamedThing & {
  type: "PRODUCT";
  family: Family;
  kindNames: Readonly<Record<string, string>>;
  /** The kind that it is given with where all of a kind are: a part's is its suite's (PROD-4). */
  givenKind: Readonly<Record<string, string>>;
  suite: { id: string; kindKey: string; name: string } | null;
};

/** The living products of an organization ($1), with `s` and `k` to narrow them down by. */
export const SEEN_PRODUCTS = `
  SELECT 'PRODUCT' AS "type", s."id", s."kindKey", s."name", k."family", k."names" AS "kindNames",
         coalesce(pk."names", k."names") AS "givenKind",
         CASE WHEN p."id" IS NOT NULL THEN jsonb_build_object('id', p."id", 'kindKey', p."kindKey", 'name', p."name") END AS "suite"
  FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
  LEFT JOIN "Subscription" p ON p."organizationId" = s."organizationId" AND p."id" = s."partOfId"
  LEFT JOIN "ProductKind" pk ON pk."key" = p."kindKey"
  WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL`;

/** A living product of this organization; throws {@link NotFound} for everything else. */
export async function seenProduct(reader: Reader, organizationId: string, id: string): Promise<SeenProduct> {
  const [product] = await reader.rows<SeenProduct>(
    `${SEEN_PRODUCTS} AND s."id" = $2::uuid`,
    organizationId,
    id,
  );
  if (!product) throw new NotFound();
  return product;
}

/** A living product of this organization and the parts that came with it. */
export const productWithParts = (
  reader: Reader,
  organizationId: string,
  id: string,
): Promise<SeenProduct[]> =>
  reader.rows<SeenProduct>(
    `${SEEN_PRODUCTS} AND (s."id" = $2::uuid OR s."partOfId" = $2::uuid)`,
    organizationId,
    id,
  );

/** Something inside a product that is named, with the product it is in. */
export type SeenThing = Exclude<NamedThing, { type: "PRODUCT" }> & { productId: string };

const SEEN_THINGS = `
  SELECT r."type", r."id", r."name", r."sharedRights", r."subscriptionId" AS "productId" FROM "Resource" r
  WHERE r."organizationId" = $1::uuid AND r."endedAt" IS NULL`;

/** Something inside a product that is still there; throws {@link NotFound} for everything else. */
export async function seenThing(reader: Reader, organizationId: string, id: string): Promise<SeenThing> {
  const [thing] = await reader.rows<SeenThing>(`${SEEN_THINGS} AND r."id" = $2::uuid`, organizationId, id);
  if (!thing) throw new NotFound();
  return thing;
}

/** What is inside these products, as far as somebody was given it (`on`) or it is shared with everybody. */
export const thingsInside = (
  reader: Reader,
  organizationId: string,
  productIds: readonly string[],
  on: readonly string[],
): Promise<SeenThing[]> =>
  reader.rows<SeenThing>(
    `${SEEN_THINGS} AND r."subscriptionId" = ANY ($2::uuid[]) AND (r."sharedRights" > 0 OR r."id" = ANY ($3::uuid[]))
     ORDER BY r."type", lower(r."name"), r."id"`,
    organizationId,
    productIds,
    on.filter(isUuid),
  );
