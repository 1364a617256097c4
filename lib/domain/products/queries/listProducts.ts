import { FAMILY_NAMES, type Family } from "@/lib/access/families";
import type { TableState } from "@/lib/kernel/tableState";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { ProductsTable } from "../productsTable";

/** One product of the list. */
export type ProductLine = {
  id: string;
  name: string;
  family: Family;
  /** In the reader's language. */
  kind: string;
  offer: string;
  quantity: number;
  /** A plain day; a part of a suite has its suite's. */
  paidUntil: string;
  suite: string | null;
};

type Filter = TableState & { organizationId: string; locale: string };

/** The products of the organization, by family unless asked for otherwise (PROD-1). */
export const listProducts = query("products", {
  permission: "product.view",
  input: ProductsTable,
  async run({ reader, actor }, table) {
    const filter = { ...table, organizationId: actor.organization.id, locale: actor.locale };
    const families = await familiesOf(reader, filter.organizationId);
    const all = families.reduce((sum, { count }) => sum + count, 0);
    const isFiltered = table.q !== "" || (table.filters.family ?? []).length > 0;
    const total = isFiltered ? await countProducts(reader, filter) : all;
    const page = Math.min(table.page, Math.max(1, Math.ceil(total / table.size)));
    return {
      organization: actor.organization,
      table: { ...table, page },
      /** Those that the organization has something of. */
      families: FAMILY_NAMES.filter((name) => families.some(({ family }) => family === name)),
      lines: await productsPage(reader, filter, (page - 1) * table.size),
      total,
    };
  },
});

const familiesOf = (reader: Reader, organizationId: string): Promise<{ family: Family; count: number }[]> =>
  reader.rows(
    `SELECT k."family", sum(s."count")::int AS "count"
     FROM (SELECT "kindKey", count(*) AS "count" FROM "Subscription"
           WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL GROUP BY "kindKey") s
     JOIN "ProductKind" k ON k."key" = s."kindKey"
     GROUP BY k."family"`,
    organizationId,
  );

/** Ties are told apart by name and id, so that a page never shows what another has shown. */
const ORDERS: Readonly<Record<string, string>> = {
  name: `lower(s."name") %, s."id" %`,
  kind: `k."position" %, lower(s."name") %, s."id" %`,
  paid: `coalesce(p."paidUntil", s."paidUntil") %, lower(s."name") %, s."id" %`,
};

function productsPage(reader: Reader, filter: Filter, offset: number): Promise<ProductLine[]> {
  const { from, values } = matching(filter);
  const order = ORDERS[filter.sort.replace("-", "")]?.replaceAll(
    "%",
    filter.sort.startsWith("-") ? "DESC" : "ASC",
  );
  return reader.rows<ProductLine>(
    `SELECT s."id", s."name", k."family", ${inLanguage("k")} AS "kind", ${inLanguage("o")} AS "offer", s."quantity",
            coalesce(p."paidUntil", s."paidUntil")::text AS "paidUntil", p."name" AS "suite"
     ${from} ORDER BY ${order} OFFSET ${offset} LIMIT ${filter.size}`,
    ...values,
  );
}

async function countProducts(reader: Reader, filter: Filter): Promise<number> {
  const { from, values } = matching(filter);
  const [row] = await reader.rows<{ count: number }>(`SELECT count(*)::int AS "count" ${from}`, ...values);
  return row?.count ?? 0;
}

/** A name in the reader's language ($2), English where the catalogue was written for fewer. */
const inLanguage = (table: "k" | "o"): string =>
  `coalesce(${table}."names"->>$2::text, ${table}."names"->>'en')`;

function matching({ organizationId, locale, q, filters }: Filter): { from: string; values: unknown[] } {
  const values: unknown[] = [organizationId, locale];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const pattern = q === "" ? null : bind(`%${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`, "text");
  const families = filters.family?.length ? bind(filters.family, "text[]") : null;
  return {
    from: `FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
      JOIN "Offer" o ON o."kindKey" = s."kindKey" AND o."key" = s."offerKey"
      LEFT JOIN "Subscription" p ON p."organizationId" = s."organizationId" AND p."id" = s."partOfId"
      WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL AND $2::text IS NOT NULL
        ${pattern ? `AND (lower(s."name") LIKE ${pattern} OR lower(${inLanguage("k")}) LIKE ${pattern})` : ""}
        ${families ? `AND k."family" = ANY(${families})` : ""}`,
    values,
  };
}
