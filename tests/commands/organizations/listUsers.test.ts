import { beforeEach, describe, expect, it } from "vitest";
import { listUsers } from "@/lib/domain/organizations/queries/listUsers";
import type { Caller } from "@/lib/pipeline/caller";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House, type PlaceName } from "../../support/houses";

/** The order of the users table, and what its search finds (USR-1). */

let house: House;
let legal: Caller;

beforeEach(async () => {
  house = await buildHouse("nord");
  legal = await signedIn(house.people.legal, house.slug);
  await Promise.all([
    name("legal", "Mia", "Zeller"),
    name("administrator", "Zoé", "Amstad"),
    name("collaborator", "adam", "Meier"),
  ]);
});

const name = (who: PlaceName & keyof House["people"], first: string, last: string) =>
  asOwner(`UPDATE "User" SET "firstName" = $2, "lastName" = $3 WHERE "id" = $1`, [
    house.people[who],
    first,
    last,
  ]);
const named = ["adam Meier", "Mia Zeller", "Zoé Amstad"];
const listed = async (search: object) =>
  (await listUsers.execute(legal, search)).lines
    .map((line) => line.name)
    .filter((one) => named.includes(one));

describe("the users table", () => {
  it("stands in the order of the names as they are shown, in both directions", async () => {
    expect(await listed({ show: "members", sort: "name" })).toEqual(named);
    expect(await listed({ show: "members", sort: "-name" })).toEqual([...named].reverse());
  });

  it.each(["zoé am", "Amstad Zoé", "MSTA"])("finds somebody by %s, either name first", async (q) => {
    expect(await listed({ q })).toEqual(["Zoé Amstad"]);
  });

  it.each(["%", "_", "\\", "Zoé  Amstad"])("takes %s for what it is", async (q) => {
    expect(await listed({ q })).toEqual([]);
  });
});
