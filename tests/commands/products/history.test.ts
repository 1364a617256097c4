import { beforeEach, expect, it } from "vitest";
import { createResource } from "@/lib/domain/products/commands/createResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { renameResource } from "@/lib/domain/products/commands/renameResource";
import { productHistory } from "@/lib/domain/products/queries/productHistory";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import type { Caller } from "@/lib/pipeline/caller";
import { insertSubscription } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";

/** A product's history is its own, whatever it and others are called (COMP-4). */

const NAME = "The website";

let house: House;
let legal: Caller;
let twins: [string, string];
beforeEach(async () => {
  house = await buildHouse("past");
  legal = await signedIn(house.people.legal, house.slug);
  const twin = () =>
    insertSubscription(asOwner, {
      organizationId: house.id,
      kind: "web-hosting",
      offer: "standard",
      name: NAME,
    });
  twins = [await twin(), await twin()];
});

const give = (to: string, on: string, rights: string[]) =>
  giveAccess.execute(legal, { holder: to, on, rights });
const history = async (id: string) =>
  (await productHistory.execute(legal, { id })).lines.map(({ action, subjectName }) => [action, subjectName]);

it("of two products with the same name, each tells what was done to it", async () => {
  const [one, other] = twins;
  await give(`member:${house.members.somebody}`, `product:${one}`, ["technical"]);
  await give(`member:${house.members.external}`, `product:${other}`, ["statistics"]);
  expect(await history(one)).toEqual([["access.given", "somebody of past"]]);
  expect(await history(other)).toEqual([["access.given", "external of past"]]);
});

it("what was done before it was called otherwise is still there, and nothing comes with a name that another one had", async () => {
  const [one, other] = twins;
  await give(`member:${house.members.somebody}`, `product:${one}`, ["technical"]);
  await asOwner(`UPDATE "Subscription" SET "name" = 'The shop' WHERE "id" = $1`, [one]);
  await give(`team:${house.teams.other}`, `product:${one}`, ["technical"]);
  expect(await history(one)).toEqual([
    ["access.given", "Other"],
    ["access.given", "somebody of past"],
  ]);
  expect(await history(other)).toEqual([]);
});

it("what a team was given, also inside, stands in the history of the product", async () => {
  const [one, other] = twins;
  const { folder } = house.resources;
  await setTeamAccess.execute(legal, {
    team: house.teams.other,
    version: 1,
    on: [one, folder, "web-hosting"],
    access: [`${one}~technical`, `${folder}~read`, "web-hosting~statistics"],
  });
  expect(await history(one)).toEqual([["access.given", "Other"]]);
  expect(await history(other)).toEqual([]);
  expect(await history(house.products.drive)).toEqual([["access.given", "Other"]]);
  expect(await history(house.products.suite)).toEqual([["access.given", "Other"]]);
});

it("what happened inside stands there under every name it had, and in no other product with such a thing", async () => {
  const second = await insertSubscription(asOwner, {
    organizationId: house.id,
    kind: "drive",
    offer: "solo",
    name: "suite-drive of past",
  });
  const { drive } = house.products;
  const make = (product: string) =>
    createResource.execute(legal, { product, type: "FOLDER", name: "Contracts" });
  const { id } = await make(drive);
  await make(second);
  await renameResource.execute(legal, {
    ...{ product: drive, resource: id, version: 1 },
    ...{ type: "FOLDER", name: "Agreements" },
  });
  await give(`member:${house.members.somebody}`, `resource:${id}`, ["read"]);
  expect(await history(drive)).toEqual([
    ["access.given", "somebody of past"],
    ["resource.renamed", "Agreements"],
    ["resource.created", "Contracts"],
  ]);
  expect(await history(second)).toEqual([["resource.created", "Contracts"]]);
});
