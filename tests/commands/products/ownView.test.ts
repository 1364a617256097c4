import { beforeEach, expect, it } from "vitest";
import { rightsFrom } from "@/lib/access/families";
import { productHead } from "@/lib/domain/products/queries/productHead";
import { showProduct } from "@/lib/domain/products/queries/showProduct";
import { insertGrant, insertResource } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";

/** Whoever reaches only parts of a product sees only those, and what they have there and why (USR-11, TEAM-5). */

let house: House;
beforeEach(async () => {
  house = await buildHouse("parts");
});

type Who = keyof House["people"];
const caller = (who: Who) => signedIn(house.people[who], house.slug);
const show = async (who: Who, product: keyof House["products"]) =>
  showProduct.execute(await caller(who), { id: house.products[product] });
const head = async (who: Who, product: keyof House["products"]) =>
  productHead.execute(await caller(who), { id: house.products[product] });
const more = (type: string, product: keyof House["products"], name: string) =>
  insertResource(asOwner, {
    ...{ organizationId: house.id, subscriptionId: house.products[product], type, name, sharedRights: 0 },
  });
const give = (who: "collaborator" | "external", on: object, rights: number) =>
  insertGrant(asOwner, {
    organizationId: house.id,
    by: { userId: house.people.legal, name: "legal" },
    to: { membershipId: house.members[who] },
    on,
    rights,
  });
const counted = (view: Awaited<ReturnType<typeof show>>) =>
  view.product.inside.map(({ type, count }) => [type, count]);

it("counts of a drive only the folders that one reaches, and says what one has there and from where", async () => {
  await more("FOLDER", "drive", "Secret");
  const second = await more("FOLDER", "drive", "Sketches");
  await give("external", { resourceId: second }, rightsFrom("FOLDER", ["read"]));
  const view = await show("external", "drive");
  expect(counted(view)).toEqual([["FOLDER", 2]]);
  expect(
    view.mine?.inside.map(({ name, rights, from }) => [name, rights, from.map(({ source }) => source.via)]),
  ).toEqual([
    ["Plans", 3, ["team"]],
    ["Sketches", 1, ["individual"]],
  ]);
  expect(JSON.stringify(view)).not.toContain("Secret");
  expect(counted(await show("legal", "drive"))).toEqual([["FOLDER", 3]]);
  expect((await show("legal", "drive")).mine).toBeNull();
});

it("counts nothing that somebody was kept out of by name", async () => {
  await give("external", { resourceId: house.resources.folder }, 0);
  const second = await more("FOLDER", "drive", "Sketches");
  await give("external", { resourceId: second }, 1);
  expect(counted(await show("external", "drive"))).toEqual([["FOLDER", 1]]);
});

it("shows all that is inside to whoever manages the product, and only what they use to whoever sees its figures", async () => {
  await more("MAILBOX", "mail", "press@parts.example");
  await give("collaborator", { subscriptionId: house.products.suite }, rightsFrom("PRODUCT", ["statistics"]));
  expect(counted(await show("collaborator", "mail"))).toEqual([]);
  await asOwner(`UPDATE "AccessGrant" SET "rights" = 1 WHERE "subscriptionId" = $1`, [house.products.suite]);
  const view = await show("collaborator", "mail");
  expect(counted(view)).toEqual([["MAILBOX", 2]]);
  expect([view.seesInside, view.mine?.rights, view.mine?.from[0]?.by]).toEqual([true, 1, "suite"]);
});

it("names of a suite only the parts that open, and the suite only where it opens", async () => {
  // Everybody inside reaches the suite by its shared calendar; the web team reaches a folder of its drive.
  const suite = await show("collaborator", "suite");
  expect(suite.product.parts.map(({ name, inside }) => [name, inside])).toEqual([
    ["suite-drive of parts", [{ type: "FOLDER", count: 1 }]],
  ]);
  expect(suite.mine?.inside.map(({ name }) => name)).toEqual(["Holidays"]);
  expect((await head("collaborator", "drive")).suite?.name).toBe("suite of parts");
  expect(await head("external", "drive")).toMatchObject({ isPart: true, suite: null });
  expect(JSON.stringify(await head("external", "drive"))).not.toContain("suite of parts");
  expect((await head("legal", "drive")).suite?.id).toBe(house.products.suite);
});

it("names the kind of which all were given, of a part its suite's", async () => {
  await give("external", { kindKey: "suite" }, rightsFrom("PRODUCT", ["technical"]));
  const { mine } = await show("external", "drive");
  expect([mine?.from.map(({ by }) => by), mine?.givenKind.en]).toEqual([["kind"], "Suite"]);
});
