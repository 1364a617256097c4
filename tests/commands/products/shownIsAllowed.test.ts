import { beforeAll, describe, expect, it } from "vitest";
import { SCALES } from "@/lib/access/families";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { explain } from "@/lib/domain/products/queries/explain";
import { listResources } from "@/lib/domain/products/queries/listResources";
import { productAccess } from "@/lib/domain/products/queries/productAccess";
import { userReach } from "@/lib/domain/products/queries/userReach";
import { Denied, NotFound, Refused } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner, keepRows } from "../../support/database";
import { failureOf } from "../../support/refusal";
import { buildCrowd, type Crowd, type Relation } from "../../support/relations";

/** What the pages show of somebody's access is what the server lets them do: for everybody who has to do with a house. */

keepRows();

let crowd: Crowd;
let legal: Caller;

beforeAll(async () => {
  crowd = await buildCrowd();
  const { id: organizationId, people, members, products, teams } = crowd.home;
  const by = { userId: people.legal, name: "legal" };
  const give = (to: { membershipId?: string; teamId?: string }, on: object, rights: number) =>
    insertGrant(asOwner, { organizationId, by, to, on, rights });
  await give({ membershipId: members.withBilling }, { subscriptionId: products.suite }, 1);
  await give({ membershipId: members.withBilling }, { kindKey: "ticketing" }, 2);
  await give({ teamId: teams.web }, { subscriptionId: products.ticketing }, 1);
  await give({ membershipId: members.external }, { resourceId: crowd.home.resources.folder }, 0);
  legal = await signedIn(people.legal, crowd.home.slug);
});

const TECHNICAL = SCALES.PRODUCT.rights.technical;

/** The membership of a relation in the house; none for those who are not in it. */
const memberOf = (relation: Relation): string | undefined => {
  const place = Object.entries(crowd.home.people).find(([, userId]) => userId === relation.userId)?.[0];
  return place === undefined ? undefined : crowd.home.members[place as keyof typeof crowd.home.members];
};

/** Whether the server lets them manage the product: they may look at what is inside. */
async function isLet(relation: Relation, product: string): Promise<boolean> {
  const caller = { ...relation.fresh, organization: crowd.home.slug };
  const failure = await failureOf(listResources.execute(caller, { product, table: {} }));
  if (failure && !(failure instanceof Denied) && !(failure instanceof NotFound)) throw failure;
  return failure === undefined;
}

const insiders = () =>
  crowd.relations.filter(({ standing, isSignedIn }) => isSignedIn && standing?.as === "member");

describe("who may manage a product", () => {
  it("is shown on the product's page as the server decides it, for every relation", async () => {
    for (const [name, product] of Object.entries(crowd.home.products)) {
      const view = (await productAccess.execute(legal, { id: product, table: { size: "100" } })).people;
      if (view.show !== "people") throw new Error("the people were asked for");
      for (const relation of insiders()) {
        const line = view.people
          .find((one) => one.id === memberOf(relation))
          ?.lines.find((one) => one.id === product);
        const shown = ((line?.rights ?? 0) & TECHNICAL) !== 0;
        expect(shown, `${relation.name}, ${name}`).toBe(await isLet(relation, product));
      }
    }
  });

  it("is shown on the person's page and explained as the server decides it, for every relation", async () => {
    for (const relation of insiders()) {
      const id = memberOf(relation) ?? "";
      const view = await userReach.execute(legal, { id, table: { size: "100" } });
      if (view.show !== "people") throw new Error("the products were asked for");
      for (const [name, product] of Object.entries(crowd.home.products)) {
        const line = view.products.find((one) => one.id === product)?.lines.find((one) => one.id === product);
        const shown = ((line?.rights ?? 0) & TECHNICAL) !== 0;
        expect(shown, `${relation.name}, ${name}`).toBe(await isLet(relation, product));
        const explained = await explain.execute(legal, { id, object: product });
        expect(explained.rights, `${relation.name}, ${name}`).toBe(line?.rights ?? 0);
      }
    }
  });

  it("is nobody's who is not in the organization, whatever they hold elsewhere", async () => {
    const outside = crowd.relations.filter(({ standing, isSignedIn }) => isSignedIn && standing === null);
    for (const relation of outside)
      for (const product of Object.values(crowd.home.products))
        expect(await isLet(relation, product), relation.name).toBe(false);
  });

  it("holds for acts as for looking", async () => {
    const { products, resources } = crowd.home;
    for (const relation of insiders()) {
      const caller = { ...relation.fresh, organization: crowd.home.slug };
      // From an older state: whoever may manage it is told so, nobody else comes that far.
      const failure = await failureOf(
        endResource.execute(caller, { product: products.drive, resource: resources.folder, version: 99 }),
      );
      const isAsked = failure instanceof Refused && failure.words.includes("changed_meanwhile");
      expect(isAsked, relation.name).toBe(await isLet(relation, products.drive));
    }
  });

  it("an individual “no access” on a folder stands above the team's, and is shown so (TEAM-4, TEAM-5)", async () => {
    const { members, resources } = crowd.home;
    const kept = await explain.execute(legal, { id: members.external, object: resources.folder });
    expect(kept.rights).toBe(0);
    expect(kept.reasons.map(({ source, wins }) => [source.via, wins])).toEqual([
      ["individual", true],
      ["team", false],
    ]);
    expect(kept.reasons.every(({ grant }) => grant !== null)).toBe(true);
    const collaborator = await explain.execute(legal, { id: members.collaborator, object: resources.folder });
    expect(collaborator.rights).toBe(SCALES.FOLDER.rights.write);
  });
});
