import { beforeEach, expect, it } from "vitest";
import { productAccess } from "@/lib/domain/products/queries/productAccess";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, buildHouse, type House } from "../../support/houses";

/** Who can reach a product names the partners whose people manage it, and nobody of theirs (PART-5, PART-16). */

let house: House;
beforeEach(async () => {
  house = await buildHouse("client");
});

const view = async () =>
  productAccess.execute(await signedIn(house.people.legal, house.slug), {
    ...{ id: house.products.hosting, table: {} },
  });

it("a partner with full access is named, one with limited access is not", async () => {
  expect((await view()).partners).toEqual([]);
  const full = await buildAgency("full", house.id, "FULL");
  await buildAgency("limited", house.id, "LIMITED");
  const { name } = (
    await asOwner<{ name: string }>(`SELECT "name" FROM "Organization" WHERE "id" = $1`, [full.id])
  )[0] ?? { name: "" };
  const shown = await view();
  expect(shown.partners).toEqual([name]);
  expect(JSON.stringify(shown.people)).not.toContain("full.example");
});

it("one whose partnership has ended is not, nor is another client's", async () => {
  const other = await buildHouse("other");
  await buildAgency("theirs", other.id, "FULL");
  await buildAgency("former", house.id, "FULL", new Date());
  expect((await view()).partners).toEqual([]);
});
