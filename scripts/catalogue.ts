import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { CatalogueError, readCatalogue } from "@/lib/domain/products/catalogue";
import type { Catalogue } from "@/lib/domain/products/rules/catalogue";
import { PlainError } from "./say";

const DEMO = fileURLToPath(new URL("../prisma/catalogue.yaml", import.meta.url));

/**
 * Brings the tables of the catalogue to what the file says, the demo's if not given. A file that did not change writes
 * nothing. What is no longer in it is retired and never deleted, because somebody may have it.
 * Throws a sentence for each mistake of the file, with its line. The caller sees to it that two do not load at once.
 */
export async function loadCatalogue(pool: pg.Pool, file = DEMO): Promise<void> {
  const name = path.relative(process.cwd(), file);
  const catalogue = understood(await textOf(file, name), name);
  await pool.query("BEGIN");
  try {
    await refuseOtherFamilies(pool, catalogue, name);
    const { kinds, offers, prices } = rowsOf(catalogue);
    await pool.query(KINDS, [JSON.stringify(kinds)]);
    await pool.query(OFFERS, [JSON.stringify(offers)]);
    await pool.query(PRICES, [JSON.stringify(prices), JSON.stringify(offers)]);
    await pool.query("COMMIT");
  } catch (error) {
    await pool.query("ROLLBACK");
    throw error;
  }
}

async function textOf(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(`The catalogue ${name} cannot be read: ${reason}`);
  }
}

function understood(text: string, name: string): Catalogue {
  try {
    return readCatalogue(text, name);
  } catch (error) {
    throw error instanceof CatalogueError
      ? new PlainError(`The catalogue cannot be used; nothing of it was taken over.\n${error.message}`)
      : error;
  }
}

/** The family says what is inside and which rights there are: where somebody has a product, it stays. */
async function refuseOtherFamilies(pool: pg.Pool, catalogue: Catalogue, name: string): Promise<void> {
  const { rows } = await pool.query<{ key: string; family: string }>(
    `SELECT k."key", k."family" FROM "ProductKind" k
     WHERE EXISTS (SELECT FROM "Subscription" s WHERE s."kindKey" = k."key")
        OR EXISTS (SELECT FROM "AccessGrant" g WHERE g."kindKey" = k."key")`,
  );
  const changed = rows.filter(({ key, family }) => catalogue[key] && catalogue[key].family !== family);
  if (changed.length === 0) return;
  const lines = changed.map(
    ({ key, family }) =>
      `${name}: kinds › ${key} › family: customers have such products, so it stays "${family}"; add another kind instead`,
  );
  throw new PlainError(lines.join("\n"));
}

function rowsOf(catalogue: Catalogue) {
  const entries = Object.entries(catalogue);
  const offers = entries.flatMap(([kindKey, kind]) =>
    Object.entries(kind.offers).map(([key, offer], position) => ({ kindKey, key, position, offer })),
  );
  return {
    kinds: entries.map(([key, kind], position) => ({
      key,
      position,
      family: kind.family,
      names: kind.names,
      isPersonal: kind.personal,
      renewalWarranty: kind.renewalWarranty,
      isTransferable: kind.transferable,
      upgradeOnly: kind.upgradeOnly,
      includes: kind.includes,
    })),
    offers: offers.map(({ kindKey, key, position, offer }) => ({
      kindKey,
      key,
      position,
      names: offer.names,
      storageGb: offer.storageGb ?? null,
      addresses: offer.addresses ?? null,
    })),
    prices: offers.flatMap(({ kindKey, key: offerKey, offer }) =>
      Object.entries(offer.prices).flatMap(([period, amounts]) =>
        Object.entries(amounts).flatMap(([currency, amountMinor]) =>
          [{ from: 1, reductionBasisPoints: 0 }, ...offer.degressive].map(
            ({ from: fromQuantity, reductionBasisPoints }) => ({
              ...{ kindKey, offerKey, period, currency, fromQuantity, reductionBasisPoints },
              amountMinor: amountMinor.toString(),
            }),
          ),
        ),
      ),
    ),
  };
}

// Each writes only what differs: an unchanged file leaves every row, and whoever is reading it, alone.

const KINDS = `
  WITH wanted AS (
    SELECT w.*, ARRAY(SELECT jsonb_array_elements_text(w."parts")) AS "includes"
    FROM (SELECT x."key", x."family", x."names", x."position", x."isPersonal", x."renewalWarranty", x."isTransferable",
                 x."upgradeOnly", x."includes" AS "parts"
          FROM jsonb_to_recordset($1::jsonb) AS x("key" text, "family" text, "names" jsonb, "position" int, "isPersonal" boolean,
            "renewalWarranty" "RenewalWarranty", "isTransferable" boolean, "upgradeOnly" boolean, "includes" jsonb)) w
  ), retired AS (
    UPDATE "ProductKind" k SET "retiredAt" = now()
    WHERE k."retiredAt" IS NULL AND NOT EXISTS (SELECT FROM wanted w WHERE w."key" = k."key")
  )
  INSERT INTO "ProductKind" AS k ("key", "family", "names", "position", "isPersonal", "renewalWarranty", "isTransferable", "upgradeOnly", "includes")
  SELECT "key", "family", "names", "position", "isPersonal", "renewalWarranty", "isTransferable", "upgradeOnly", "includes" FROM wanted
  ON CONFLICT ("key") DO UPDATE SET "family" = excluded."family", "names" = excluded."names", "position" = excluded."position",
    "isPersonal" = excluded."isPersonal", "renewalWarranty" = excluded."renewalWarranty",
    "isTransferable" = excluded."isTransferable", "upgradeOnly" = excluded."upgradeOnly", "includes" = excluded."includes",
    "retiredAt" = NULL
  WHERE (k."family", k."names", k."position", k."isPersonal", k."renewalWarranty", k."isTransferable", k."upgradeOnly", k."includes", k."retiredAt")
    IS DISTINCT FROM (excluded."family", excluded."names", excluded."position", excluded."isPersonal", excluded."renewalWarranty",
      excluded."isTransferable", excluded."upgradeOnly", excluded."includes", NULL::timestamptz)`;

const OFFERS = `
  WITH wanted AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS x("kindKey" text, "key" text, "names" jsonb, "position" int, "storageGb" int, "addresses" int)
  ), retired AS (
    UPDATE "Offer" o SET "retiredAt" = now()
    WHERE o."retiredAt" IS NULL
      AND NOT EXISTS (SELECT FROM wanted w WHERE (w."kindKey", w."key") = (o."kindKey", o."key"))
  )
  INSERT INTO "Offer" AS o ("kindKey", "key", "names", "position", "storageGb", "addresses")
  SELECT "kindKey", "key", "names", "position", "storageGb", "addresses" FROM wanted
  ON CONFLICT ("kindKey", "key") DO UPDATE SET "names" = excluded."names", "position" = excluded."position",
    "storageGb" = excluded."storageGb", "addresses" = excluded."addresses", "retiredAt" = NULL
  WHERE (o."names", o."position", o."storageGb", o."addresses", o."retiredAt")
    IS DISTINCT FROM (excluded."names", excluded."position", excluded."storageGb", excluded."addresses", NULL::timestamptz)`;

// The prices of a retired offer stay: whoever has it goes on paying them.
const PRICES = `
  WITH wanted AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS x("kindKey" text, "offerKey" text, "period" "Period",
      "currency" "Currency", "fromQuantity" int, "amountMinor" bigint, "reductionBasisPoints" int)
  ), gone AS (
    DELETE FROM "Price" p USING jsonb_to_recordset($2::jsonb) AS o("kindKey" text, "key" text)
    WHERE (p."kindKey", p."offerKey") = (o."kindKey", o."key") AND NOT EXISTS (
      SELECT FROM wanted w WHERE (w."kindKey", w."offerKey", w."period", w."currency", w."fromQuantity")
        = (p."kindKey", p."offerKey", p."period", p."currency", p."fromQuantity"))
  )
  INSERT INTO "Price" AS p ("kindKey", "offerKey", "period", "currency", "fromQuantity", "amountMinor", "reductionBasisPoints")
  SELECT "kindKey", "offerKey", "period", "currency", "fromQuantity", "amountMinor", "reductionBasisPoints" FROM wanted
  ON CONFLICT ("kindKey", "offerKey", "period", "currency", "fromQuantity") DO UPDATE
    SET "amountMinor" = excluded."amountMinor", "reductionBasisPoints" = excluded."reductionBasisPoints"
  WHERE (p."amountMinor", p."reductionBasisPoints") IS DISTINCT FROM (excluded."amountMinor", excluded."reductionBasisPoints")`;
