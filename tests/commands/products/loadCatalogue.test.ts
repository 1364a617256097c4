import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { loadCatalogue } from "@/scripts/catalogue";
import { temporaryFolder } from "@/tests/commands/start/temporary";
import { asOwner, testDatabase } from "@/tests/support/database";
import { buildHouse } from "@/tests/support/houses";
import { ROOT } from "@/tests/support/sources";

/** PROD-1: what is sold is a file, and the tables follow it. */

const folder = temporaryFolder();
const demo = readFileSync(join(ROOT, "prisma/catalogue.yaml"), "utf8");
let pool: pg.Pool;

beforeAll(() => {
  pool = new pg.Pool({ connectionString: testDatabase().owner, max: 1 });
});
afterEach(async () => {
  await asOwner(`DELETE FROM "Subscription"`).catch(() => undefined);
  await load(demo);
});
afterAll(async () => {
  await pool.end();
  folder.forget();
});

async function load(text: string): Promise<void> {
  const file = join(folder.path, "mine.yaml");
  writeFileSync(file, text);
  await loadCatalogue(pool, file);
}

const withoutKind = (key: string) => demo.replace(new RegExp(`\\n {2}${key}:\\n(?: {3,}.*\\n|\\n)*`), "\n");

const dump = async () =>
  JSON.stringify(
    await asOwner(
      `SELECT to_jsonb(k) || jsonb_build_object('xmin', k.xmin::text) AS row FROM "ProductKind" k
       UNION ALL SELECT to_jsonb(o) || jsonb_build_object('xmin', o.xmin::text) FROM "Offer" o
       UNION ALL SELECT to_jsonb(p) || jsonb_build_object('xmin', p.xmin::text) FROM "Price" p ORDER BY 1`,
    ),
  );

test("a migrated database has the demo's catalogue, in the file's order", async () => {
  const kinds = await asOwner<{ key: string; position: number }>(
    `SELECT "key", "position" FROM "ProductKind" WHERE "retiredAt" IS NULL ORDER BY "position"`,
  );
  expect(kinds.slice(0, 4).map(({ key }) => key)).toEqual(["domain", "web-hosting", "mail", "suite"]);
  expect(kinds.map(({ position }) => position)).toEqual(kinds.map((_, index) => index));
  expect(
    await asOwner(
      `SELECT "names", "family", "renewalWarranty", "isTransferable", "upgradeOnly", "isPersonal", "includes"
       FROM "ProductKind" WHERE "key" IN ('suite', 'nas') ORDER BY "key"`,
    ),
  ).toEqual([
    {
      names: { en: "NAS", fr: "NAS" },
      ...{ family: "nas", renewalWarranty: "LATER", isTransferable: true, upgradeOnly: false },
      ...{ isPersonal: false, includes: [] },
    },
    {
      names: { en: "Suite", fr: "Suite" },
      ...{ family: "suite", renewalWarranty: "AT_ORDER", isTransferable: false, upgradeOnly: true },
      ...{ isPersonal: false, includes: ["suite-mail", "suite-drive", "suite-chat"] },
    },
  ]);
  expect(
    await asOwner(
      `SELECT "fromQuantity", "amountMinor"::text, "reductionBasisPoints" FROM "Price"
       WHERE "kindKey" = 'web-hosting' AND "currency" = 'CHF' AND "period" = 'MONTH' ORDER BY 1`,
    ),
  ).toEqual(
    [
      [1, 0],
      [5, 500],
      [10, 1000],
      [20, 1500],
      [35, 2500],
    ].map(([fromQuantity, reductionBasisPoints]) => ({
      fromQuantity,
      amountMinor: "992",
      reductionBasisPoints,
    })),
  );
});

test("loading the same file again writes nothing at all", async () => {
  const before = await dump();
  await load(demo);
  expect(await dump()).toBe(before);
});

test("prices, names and flags follow the file; tiers that are gone are gone", async () => {
  await load(
    demo
      .replace("month: { CHF: 9.92, EUR: 5.75 }", "month: { CHF: 12.00, EUR: 11.00 }")
      .replace("{ 5-9: 5 %, 10-19: 10 %, 20-34: 15 %, 35+: 25 % }", "{ 10+: 12.5 % }")
      .replace("names: { en: NAS, fr: NAS }", "names: { en: Disks, fr: Disques }"),
  );
  expect(
    await asOwner(
      `SELECT "fromQuantity", "amountMinor"::text, "reductionBasisPoints" FROM "Price"
       WHERE "kindKey" = 'web-hosting' AND "currency" = 'EUR' AND "period" = 'MONTH' ORDER BY 1`,
    ),
  ).toEqual([
    { fromQuantity: 1, amountMinor: "1100", reductionBasisPoints: 0 },
    { fromQuantity: 10, amountMinor: "1100", reductionBasisPoints: 1250 },
  ]);
  expect(await asOwner(`SELECT "names"->>'fr' AS name FROM "ProductKind" WHERE "key" = 'nas'`)).toEqual([
    { name: "Disques" },
  ]);
});

test("what is no longer sold is retired with its prices, never deleted, and comes back as it was", async () => {
  const states = () =>
    asOwner(
      `SELECT k."retiredAt" IS NOT NULL AS kind, o."retiredAt" IS NOT NULL AS offer,
              (SELECT count(*)::int FROM "Price" p WHERE p."kindKey" = k."key") AS prices
       FROM "ProductKind" k JOIN "Offer" o ON o."kindKey" = k."key" WHERE k."key" = 'nas'`,
    );
  const [before] = await states();
  expect(before).toMatchObject({ kind: false, offer: false });
  await load(withoutKind("nas"));
  expect(await states()).toEqual([{ ...before, kind: true, offer: true }]);
  await load(demo);
  expect(await states()).toEqual([before]);
});

test("a file with mistakes changes nothing and names each with its line", async () => {
  const before = await dump();
  const broken = demo.replace("CHF: 9.92", "CHF: -9.92").replace("family: nas", "family: tape");
  await expect(load(broken)).rejects.toThrow(
    /cannot be used.*\n.*mine\.yaml:\d+: .*never negative\n.*mine\.yaml:\d+: kinds › nas › family: /,
  );
  expect(await dump()).toBe(before);
});

test("a file that is not there is said so", async () =>
  expect(loadCatalogue(pool, join(folder.path, "nowhere.yaml"))).rejects.toThrow(
    /The catalogue .*nowhere\.yaml cannot be read: ENOENT/,
  ));

test("a kind that customers have keeps its family, and may be retired", async () => {
  await buildHouse("keeper");
  const other = demo.replace("    family: ticketing", "    family: newsletter");
  await expect(load(other)).rejects.toThrow(/ticketing › family: customers have such products/);
  await load(withoutKind("ticketing"));
  expect(
    await asOwner(
      `SELECT s."endedAt", k."retiredAt" IS NOT NULL AS retired FROM "Subscription" s
       JOIN "ProductKind" k ON k."key" = s."kindKey" WHERE k."key" = 'ticketing'`,
    ),
  ).toEqual([{ endedAt: null, retired: true }]);
});
