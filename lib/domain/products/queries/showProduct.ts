import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { type Family, RESOURCE_TYPES, type ResourceType } from "@/lib/access/families";
import { Id } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { ownView } from "../ownView";
import type { RENEWAL_WARRANTIES } from "../rules/catalogue";
import { type Currency, type Period, priceOf, reductionFor, type Tier } from "../rules/prices";

type Inside = { type: ResourceType; count: number };

type Row = {
  id: string;
  name: string;
  family: Family;
  kind: string;
  offer: string;
  kindKey: string;
  offerKey: string;
  quantity: number;
  period: Period;
  startedOn: string;
  paidUntil: string;
  isPart: boolean;
  personalOf: string | null;
  storageGb: number | null;
  addresses: number | null;
  renewalWarranty: (typeof RENEWAL_WARRANTIES)[number];
  isTransferable: boolean;
  upgradeOnly: boolean;
  inside: Inside[] | null;
  parts: ShownPart[] | null;
};

type ShownPart = { id: string; name: string; kind: string; inside: Inside[] | null };

/** Counts by type of what is inside. */
const INSIDE = (product: string): string => `
  (SELECT jsonb_agg(jsonb_build_object('type', c."type", 'count', c."count") ORDER BY c."type")
   FROM (SELECT r."type", count(*)::int AS "count" FROM "Resource" r
         WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = ${product} AND r."endedAt" IS NULL
         GROUP BY r."type") c)`;

/** One product: what it is, until when it is paid, what it costs, what comes with it and what is inside (PROD-1, PROD-4). */
export const showProduct = query("product", {
  permission: "product.open",
  input: z.object({ id: Id }),
  product: ({ id }) => id,
  async run({ reader, actor }, { id }) {
    const { standing, organizationRow } = actor;
    const [row] = await reader.rows<Row>(
      `SELECT s."id", s."name", k."family", ${inLanguage("k")} AS "kind", ${inLanguage("o")} AS "offer",
              s."kindKey", s."offerKey", s."quantity", s."period"::text AS "period", s."startedOn"::text AS "startedOn",
              coalesce(p."paidUntil", s."paidUntil")::text AS "paidUntil", p."id" IS NOT NULL AS "isPart",
              (SELECT btrim(u."firstName" || ' ' || u."lastName") FROM "User" u WHERE u."id" = s."personalOfId") AS "personalOf",
              o."storageGb", o."addresses", k."renewalWarranty"::text AS "renewalWarranty", k."isTransferable",
              k."upgradeOnly", ${INSIDE(`s."id"`)} AS "inside",
              (SELECT jsonb_agg(jsonb_build_object('id', x."id", 'name', x."name", 'kind',
                        coalesce(xk."names"->>$3::text, xk."names"->>'en'), 'inside', ${INSIDE(`x."id"`)}) ORDER BY xk."position")
               FROM "Subscription" x JOIN "ProductKind" xk ON xk."key" = x."kindKey"
               WHERE x."organizationId" = $1::uuid AND x."partOfId" = s."id" AND x."endedAt" IS NULL) AS "parts"
       FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
       JOIN "Offer" o ON o."kindKey" = s."kindKey" AND o."key" = s."offerKey"
       LEFT JOIN "Subscription" p ON p."organizationId" = s."organizationId" AND p."id" = s."partOfId"
       WHERE s."organizationId" = $1::uuid AND s."id" = $2::uuid AND s."endedAt" IS NULL`,
      actor.organization.id,
      id,
      actor.locale,
    );
    if (!row) throw new NotFound();
    const { kindKey, offerKey, inside, ...product } = row;
    const own = await ownView(reader, actor, id);
    const mine = own?.get(id) ?? null;
    /** Whoever manages a product sees all that is inside, everybody else what they have there. */
    const insideFor = (productId: string, all: Inside[] | null): Inside[] => {
      const had = own?.get(productId);
      return own === null || had?.isManaged ? (all ?? []) : countedByType(had?.inside ?? []);
    };
    // What is shared inside a suite opens the suite, and no part of it: those are not there for the reader.
    const parts = (row.parts ?? [])
      .filter((part) => own === null || own.get(part.id)?.isOpen)
      .map((part) => ({ ...part, inside: insideFor(part.id, part.inside) }));
    // What a product costs is for whoever decides about it or pays for it (BILL-1), not for everybody who works with it.
    const seesPrice = permits(standing, "product.view") || (standing.as === "member" && standing.billing);
    return {
      organization: actor.organization,
      product: { ...product, inside: insideFor(id, inside), parts },
      seesInside: own === null ? permits(standing, "product.manage") : (mine?.isManaged ?? false),
      /** What the reader has here themselves; null for those who have everything by role, and for partners. */
      mine,
      price: seesPrice
        ? await currentPrice(reader, { ...row, kindKey, offerKey, currency: organizationRow.currency })
        : null,
    };
  },
});

/** How many there are of each type, by type. */
function countedByType(things: readonly { type: ResourceType }[]): Inside[] {
  const types = [...new Set(things.map(({ type }) => type))].sort(
    (one, other) => RESOURCE_TYPES.indexOf(one) - RESOURCE_TYPES.indexOf(other),
  );
  return types.map((type) => ({ type, count: things.filter((thing) => thing.type === type).length }));
}

/** A name in the reader's language ($3), English where the catalogue was written for fewer. */
function inLanguage(table: "k" | "o"): string {
  return `coalesce(${table}."names"->>$3::text, ${table}."names"->>'en')`;
}

type Sold = { kindKey: string; offerKey: string; period: Period; currency: Currency; quantity: number };

/** What it costs today for one period without VAT, in the organization's currency; null for what costs nothing of its own. */
async function currentPrice(reader: Reader, sold: Sold) {
  const tiers = await reader.rows<Tier & { amountMinor: string }>(
    `SELECT "fromQuantity", "reductionBasisPoints", "amountMinor"::text AS "amountMinor" FROM "Price"
     WHERE "kindKey" = $1 AND "offerKey" = $2 AND "period" = $3::"Period" AND "currency" = $4::"Currency"
     ORDER BY "fromQuantity"`,
    sold.kindKey,
    sold.offerKey,
    sold.period,
    sold.currency,
  );
  const [first] = tiers;
  if (!first) return null;
  return {
    currency: sold.currency,
    /** Hundredths, as text: they may be too large for a number. */
    each: first.amountMinor,
    total: priceOf(BigInt(first.amountMinor), tiers, sold.quantity).toString(),
    reductionBasisPoints: reductionFor(tiers, sold.quantity),
  };
}

export type ShownProduct = Awaited<ReturnType<typeof showProduct.execute>>;
