import { beforeEach, expect, it } from "vitest";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { findObjects } from "@/lib/domain/products/queries/findObjects";
import { listProducts } from "@/lib/domain/products/queries/listProducts";
import { listResources } from "@/lib/domain/products/queries/listResources";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";

/** Pages that speak of the same things count them and offer them alike. */

let house: House;
let legal: Caller;
beforeEach(async () => {
  house = await buildHouse("alike");
  legal = await signedIn(house.people.legal, house.slug);
});

it("the overview counts as many products as the list has", async () => {
  const { counts } = await overview.execute(legal, {});
  expect(counts.products).toBe((await listProducts.execute(legal, {})).total);
});

it("all of a kind is offered to a person as to a team: what the organization has first, then all others (USR-14)", async () => {
  await asOwner(`UPDATE "ProductKind" SET "retiredAt" = now() WHERE "key" IN ('ticketing', 'nas')`);
  const holder = `member:${house.members.somebody}`;
  const { objects } = await findObjects.execute(legal, { holder, q: "" });
  const toPerson = objects.filter(({ as }) => as === "kind");
  const { lines } = await listToGive.execute(legal, {
    team: house.teams.other,
    table: { show: "kinds", size: "100" },
  });
  expect(lines.map(({ on }) => on).sort()).toEqual(toPerson.map(({ id }) => id).sort());
  const had = ["suite", "ticketing", "web-hosting"];
  expect(
    lines
      .slice(0, 3)
      .map(({ on }) => on)
      .sort(),
  ).toEqual(had);
  expect(
    toPerson
      .slice(0, 3)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(had);
  expect(toPerson.map(({ id }) => id)).toContain("domain");
  // Neither what is no longer sold and nobody here has, nor what only comes with a suite (PROD-4).
  for (const gone of ["nas", "suite-mail"]) expect(toPerson.map(({ id }) => id)).not.toContain(gone);
});

it("says to how many people, teams and invited people something was given, and not to whom it was kept from", async () => {
  const give = (to: object, rights: number) =>
    insertGrant(asOwner, {
      ...{ organizationId: house.id, by: { userId: house.people.legal, name: "legal" } },
      ...{ to, on: { resourceId: house.resources.folder }, rights },
    });
  await give({ membershipId: house.members.somebody }, 1);
  await give({ membershipId: house.members.collaborator }, 3);
  await give({ membershipId: house.members.external }, 0);
  await give({ invitationId: house.invitation.id }, 1);
  const { resources } = await listResources.execute(legal, { product: house.products.drive, table: {} });
  expect(resources).toMatchObject([{ name: "Plans", people: 2, teams: 1, invited: 1 }]);
});
