import { allRightsOf, FAMILY_NAMES } from "@/lib/access/families";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader } from "@/lib/platform/database";
import { containing } from "@/lib/platform/search";
import type { Ways } from "../ways";
import { type PageOf, pageWithTotal } from "./paging";
import { SEEN_PRODUCTS, type SeenProduct, type SeenThing, thingsInside } from "./seen";

/** A product that is reached, with what is inside it that may be. */
export type ReachedProduct = { product: SeenProduct; inside: SeenThing[] };

/** Which of them: those whose name contains `q`, by name, or by family and then by name; one page, or all. */
export type WantedProducts = { q: string; by: "name" | "family"; page: PageOf | null };

/**
 * The products that somebody's ways lead to, with what was given or is shared inside them: THE answer to "what does a
 * person reach" as far as rows are concerned, in three statements however much there is. Which rights that makes is
 * for `explainAccess`.
 */
export async function productsReached(
  reader: Reader,
  organizationId: string,
  ways: Ways,
  { q, by, page: wanted }: WantedProducts,
): Promise<{ total: number; page: number; products: ReachedProduct[] }> {
  const values: unknown[] = [organizationId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const reached = `${SEEN_PRODUCTS}
    ${ways.all ? "" : `AND s."id" = ANY (ARRAY(${idsOf(ways, bind)}))`}
    ${q === "" ? "" : `AND lower(s."name") LIKE ${bind(containing(q), "text")}`}`;
  const direction = wanted?.descending ? "DESC" : "ASC";
  const family = `array_position(ARRAY['${FAMILY_NAMES.join("', '")}'], "family") ${direction}, `;
  const found = (part: string) =>
    reader.rows<SeenProduct & { total: number }>(
      `SELECT *, (count(*) OVER ())::int AS "total" FROM (${reached}) reached
       ORDER BY ${by === "family" ? family : ""}lower("name") ${direction}, "id" ${direction} ${part}`,
      ...values,
    );
  const {
    rows: products,
    total,
    page,
  } = await pageWithTotal<SeenProduct>(
    (page) => found(wanted ? `OFFSET ${(page - 1) * wanted.size} LIMIT ${wanted.size}` : ""),
    wanted ?? { page: 1, size: Number.POSITIVE_INFINITY },
  );
  const inside = await thingsInside(
    reader,
    organizationId,
    products.map(({ id }) => id),
    ways.things,
  );
  const within = new Map(products.map(({ id }): [string, SeenThing[]] => [id, []]));
  for (const thing of inside) within.get(thing.productId)?.push(thing);
  return {
    total,
    page,
    products: products.map((product) => ({ product, inside: within.get(product.id) ?? [] })),
  };
}

/** The bits that a product of each family can have. */
const ALL_RIGHTS = JSON.stringify(Object.fromEntries(FAMILY_NAMES.map((one) => [one, allRightsOf(one)])));

/**
 * Ids of products: those given by themselves or with all of their kind, those that something was given inside of, and
 * those with something inside that everybody shares.
 */
function idsOf({ given, things, isInside, keptOut }: Ways, bind: (value: unknown, type: string) => string) {
  const on = given.map((grant) => grant.on);
  const [products, kinds] = [on.filter(isUuid), on.filter((key) => !isUuid(key))];
  const bits = bind(JSON.stringify(Object.fromEntries(given.map((one) => [one.on, one.rights]))), "jsonb");
  const all = bind(ALL_RIGHTS, "jsonb");
  const holding = (which: string) => `
    SELECT "subscriptionId" FROM "Resource" WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL AND ${which}`;
  const shared = () => holding(`"sharedRights" > 0 AND NOT "id" = ANY (${bind(keptOut, "uuid[]")})`);
  // What is given on a suite is given on its parts, and on them only so (PROD-4). Arrays lead to indexes, joins would not.
  return `
    WITH "given" AS MATERIALIZED (
      SELECT s."id", coalesce((${bits} ->> s."id"::text)::int, 0) | coalesce((${bits} ->> s."kindKey")::int, 0) AS "rights",
             (${all} ->> k."family")::int AS "all"
      FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
      WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL AND s."partOfId" IS NULL
        AND (s."id" = ANY (${bind(products, "uuid[]")}) OR s."kindKey" = ANY (${bind(kinds, "text[]")})))
    SELECT "id" FROM "given" WHERE "rights" & "all" <> 0
    UNION ALL
    SELECT s."id" FROM "Subscription" s JOIN "given" g ON g."id" = s."partOfId"
    JOIN "ProductKind" k ON k."key" = s."kindKey"
    WHERE s."organizationId" = $1::uuid AND s."partOfId" = ANY (ARRAY(SELECT "id" FROM "given"))
      AND g."rights" & (${all} ->> k."family")::int <> 0
    UNION ALL ${holding(`"id" = ANY (${bind(things, "uuid[]")})`)}
    ${isInside ? `UNION ALL ${shared()}` : ""}`;
}
