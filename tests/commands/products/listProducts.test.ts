import { beforeAll, describe, expect, test } from "vitest";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { listProducts } from "@/lib/domain/products/queries/listProducts";
import { productHead } from "@/lib/domain/products/queries/productHead";
import { productHistory } from "@/lib/domain/products/queries/productHistory";
import { showProduct } from "@/lib/domain/products/queries/showProduct";
import { Denied, NotFound } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { stage, type World } from "@/prisma/stage";
import { signedIn } from "@/tests/support/cast";
import { asOwner, keepRows } from "@/tests/support/database";

/** The list of products, and the page of one (PROD-1, PROD-4, PROD-8). */

keepRows();
let world: World;
const as = (who: keyof World["people"], where: keyof World["organizations"] = "atelier"): Promise<Caller> =>
  signedIn(world.people[who], world.organizations[where].slug);
const list = async (search: object, who: keyof World["people"] = "claire") =>
  listProducts.execute(await as(who), search);
const names = async (search: object) => (await list(search)).lines.map(({ name }) => name);
const product = (key: string) => world.organizations.atelier.products[key] ?? "";

beforeAll(async () => {
  world = await stage(asOwner);
});

describe("the list", () => {
  test("goes by family, parts follow their suite and name it (PROD-4)", async () => {
    const { lines, total, families } = await list({});
    expect(lines.map(({ name, suite }) => [name, suite])).toEqual([
      ["atelier-nord.example", null],
      ["Competition quai-des-bateaux.example", null],
      ["Website atelier-nord.example", null],
      ["Atelier Nord", null],
      ["Atelier Nord mail", "Atelier Nord"],
      ["Atelier Nord drive", "Atelier Nord"],
      ["Atelier Nord chat", "Atelier Nord"],
      ["Letter to clients", null],
      ["Open house 2027", null],
    ]);
    expect(total).toBe(9);
    expect(families).toEqual([
      ...["domain", "web-hosting", "mail", "suite", "drive", "chat", "newsletter", "ticketing"],
    ]);
    const [suite, mail] = [lines[3], lines[4]];
    expect(mail?.paidUntil).toBe(suite?.paidUntil);
  });

  test("is searched by name and by kind, whatever is typed", async () => {
    expect(await names({ q: "QUAI" })).toEqual(["Competition quai-des-bateaux.example"]);
    expect(await names({ q: "web hosting" })).toHaveLength(2);
    for (const q of ["%", "_", "\\", "'", '"; DROP TABLE "Price"', "𝄞".repeat(150)])
      expect(await names({ q })).toEqual([]);
  });

  test("says kinds and offers in the language of the page", async () => {
    const french = { ...(await as("claire")), locale: "fr" };
    const { lines } = await listProducts.execute(french, { q: "hébergement" });
    expect(lines.map(({ kind }) => kind)).toEqual(["Hébergement web", "Hébergement web"]);
  });

  test("is filtered by one family or several; unknown ones are no filter", async () => {
    expect(await names({ family: "web-hosting" })).toHaveLength(2);
    expect(await names({ family: ["web-hosting", "ticketing"], q: "open" })).toEqual(["Open house 2027"]);
    expect(await names({ family: "constructor" })).toHaveLength(9);
  });

  test("is sorted both ways", async () => {
    const up = await names({ sort: "name" });
    expect(up).toEqual([...up].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), "en")));
    expect(await names({ sort: "-name" })).toEqual([...up].reverse());
    const days = (await list({ sort: "paid" })).lines.map(({ paidUntil }) => paidUntil);
    expect(days).toEqual([...days].sort());
    expect(await names({ sort: "nothing" })).toEqual(await names({}));
  });

  test("has pages that neither repeat nor lose anything", async () => {
    const { id } = world.organizations.dumas;
    await asOwner(
      `INSERT INTO "Subscription" ("id", "organizationId", "kindKey", "offerKey", "name", "period", "startedOn", "paidUntil")
       SELECT gen_random_uuid(), $1, 'domain', 'com', 'same name', 'YEAR', current_date, current_date + n % 3
       FROM generate_series(1, 60) n`,
      [id],
    );
    for (const sort of ["name", "-kind", "paid"]) {
      const caller = await as("victor", "dumas");
      const ids = await Promise.all(
        [1, 2, 3, 4].map(async (page) => {
          const view = await listProducts.execute(caller, { sort, page: String(page) });
          return page > 3 ? [] : view.lines.map((line) => line.id);
        }),
      );
      expect(new Set(ids.flat()).size).toBe(60);
      expect(ids.flat()).toHaveLength(60);
    }
    expect((await listProducts.execute(await as("victor", "dumas"), { page: "99" })).table.page).toBe(3);
  });

  test("what has ended is not in it", async () => {
    const [before] = [await list({})];
    await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [product("newsletter")]);
    const after = await list({});
    expect(after.total).toBe(before.total - 1);
    expect(after.families).not.toContain("newsletter");
    await expect(showProduct.execute(await as("claire"), { id: product("newsletter") })).rejects.toThrow(
      NotFound,
    );
    await asOwner(`UPDATE "Subscription" SET "endedAt" = NULL WHERE "id" = $1`, [product("newsletter")]);
  });

  test("is for those who manage, and never shows another organization's", async () => {
    for (const who of ["nadia", "jonas", "iris"] as const)
      await expect(list({}, who)).rejects.toThrow(Denied);
    const { lines } = await listProducts.execute(await as("hugo", "lumiere"), {});
    expect(lines.map(({ name }) => name).filter((name) => name.includes("atelier"))).toEqual([]);
    expect(lines).toHaveLength(3);
  });
});

describe("the page of one", () => {
  const show = async (key: string, who: keyof World["people"] = "claire") =>
    showProduct.execute(await as(who), { id: product(key) });

  test("a suite has its parts with what is inside, space and addresses per user, and its price (PROD-8)", async () => {
    const { product: suite, price } = await show("suite");
    expect(suite).toMatchObject({
      ...{ kind: "Suite", offer: "Business", quantity: 5, storageGb: 3000, addresses: 5 },
      ...{ upgradeOnly: true, isTransferable: false, isPart: false },
      inside: [
        { type: "CALENDAR", count: 2 },
        { type: "ADDRESS_BOOK", count: 1 },
      ],
    });
    expect(suite.parts.map(({ kind, inside }) => [kind, inside])).toEqual([
      ["Mail of the suite", [{ type: "MAILBOX", count: 7 }]],
      ["Drive of the suite", [{ type: "FOLDER", count: 4 }]],
      ["Chat of the suite", [{ type: "CHANNEL", count: 3 }]],
    ]);
    expect(price).toEqual({ currency: "CHF", each: "7320", total: "36600", reductionBasisPoints: 0 });
  });

  test("many cost less each, in the organization's currency (PROD-1)", async () => {
    await asOwner(`UPDATE "Subscription" SET "quantity" = 35, "period" = 'MONTH' WHERE "id" = $1`, [
      product("website"),
    ]);
    expect((await show("website")).price).toMatchObject({
      each: "992",
      total: "26040",
      reductionBasisPoints: 2500,
    });
    await asOwner(`UPDATE "Organization" SET "currency" = 'EUR' WHERE "id" = $1`, [
      world.organizations.atelier.id,
    ]);
    expect((await show("website")).price).toMatchObject({ currency: "EUR", each: "575", total: "15094" });
    await asOwner(`UPDATE "Organization" SET "currency" = 'CHF' WHERE "id" = $1`, [
      world.organizations.atelier.id,
    ]);
  });

  test("somebody sees of a suite what is shared with all, and opens no part that they do not reach (USR-2)", async () => {
    const { product: suite, seesInside } = await show("suite", "jonas");
    expect(suite.parts.map(({ name }) => name)).toEqual([
      "Atelier Nord mail",
      "Atelier Nord drive",
      "Atelier Nord chat",
    ]);
    expect(seesInside).toBe(false);
    await expect(show("suite", "iris")).rejects.toThrow(Denied);
    expect((await productHead.execute(await as("jonas"), { id: product("drive") })).sees).toEqual({
      ...{ list: false, access: false, resources: false, renewal: false, history: false },
    });
    expect((await productHead.execute(await as("marco"), { id: product("drive") })).sees).toEqual({
      ...{ list: true, access: true, resources: true, renewal: true, history: true },
    });
    expect((await productHead.execute(await as("marco"), { id: product("website") })).sees.resources).toBe(
      false,
    );
  });

  test("a part costs nothing of its own, and goes with its suite (PROD-4)", async () => {
    const { product: mail, price } = await show("mail");
    expect(mail).toMatchObject({ isPart: true, isTransferable: false, parts: [] });
    expect(price).toBeNull();
  });

  test("somebody who only works with it opens it and sees no price; somebody with the billing right does", async () => {
    expect((await show("website", "jonas")).price).toBeNull();
    expect((await show("website", "nadia")).price).not.toBeNull();
    await expect(show("newsletter", "iris")).rejects.toThrow(Denied);
    expect((await show("drive", "iris")).product.name).toBe("Atelier Nord drive");
  });

  test("its history tells what was done to it and to what is inside, and nothing else (COMP-4)", async () => {
    const { resources, members } = world.organizations.atelier;
    await giveAccess.execute(await as("claire"), {
      holder: `member:${members.iris}`,
      on: `resource:${resources.contracts}`,
      rights: ["read"],
    });
    await giveAccess.execute(await as("claire"), {
      holder: `member:${members.iris}`,
      on: `product:${product("newsletter")}`,
      rights: ["statistics"],
    });
    const history = async (key: string) =>
      (await productHistory.execute(await as("claire"), { id: product(key) })).lines.map(
        ({ after }) => after?.object,
      );
    expect(await history("drive")).toEqual(["Contracts"]);
    expect(await history("suite")).toEqual(["Contracts"]);
    expect(await history("newsletter")).toEqual(["Letter to clients"]);
    expect(await history("mail")).toEqual([]);
    await expect(
      productHistory.execute(await as("hugo", "lumiere"), { id: product("drive") }),
    ).rejects.toThrow(NotFound);
  });
});
