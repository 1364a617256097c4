import { beforeAll, describe, expect, it } from "vitest";
import { productAccess } from "@/lib/domain/products/queries/productAccess";
import { userReach } from "@/lib/domain/products/queries/userReach";
import { myReach } from "@/lib/domain/teams/queries/myReach";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant, insertMember, insertPerson, insertResource, insertTeam } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner, keepRows } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";
import { counted } from "../../support/statements";

/** An organization of any size is asked as many questions as a small one. */

keepRows();

let house: House;
let legal: Caller;
let collaborator: Caller;

beforeAll(async () => {
  house = await buildHouse("counted");
  legal = await signedIn(house.people.legal, house.slug);
  collaborator = await signedIn(house.people.collaborator, house.slug);
});

/** Thirty more who reach the suite's mail by themselves and by a team of their own, and ten more mailboxes in it. */
async function grow(): Promise<void> {
  const { id: organizationId, people, products } = house;
  const by = { userId: people.legal, name: "legal" };
  const give = (to: object, on: object, rights: number) =>
    insertGrant(asOwner, { organizationId, by, to, on, rights });
  const boxes: string[] = [];
  for (let number = 0; number < 10; number++)
    boxes.push(
      await insertResource(asOwner, {
        organizationId,
        subscriptionId: products.mail,
        type: "MAILBOX",
        name: `box${number}@counted.example`,
      }),
    );
  for (let number = 0; number < 30; number++) {
    const userId = await insertPerson(asOwner, {
      firstName: "More",
      lastName: `Person ${number}`,
      email: `more${number}@counted.example`,
    });
    const membershipId = await insertMember(asOwner, { organizationId, userId, role: "COLLABORATOR" });
    const members = [membershipId, house.members.collaborator];
    const teamId = await insertTeam(asOwner, { organizationId, name: `Team ${number}`, members });
    await give({ membershipId }, { subscriptionId: products.suite }, 1);
    for (const resourceId of boxes) {
      await give({ membershipId }, { resourceId }, 1);
      await give({ teamId }, { resourceId }, 2);
    }
    await give({ membershipId }, { kindKey: "ticketing" }, 1);
  }
}

describe("the number of statements stays the same however much there is", () => {
  it("for who can reach a product, for what a person can reach, for what oneself reaches, and for what would be lost", async () => {
    const ask = async () => ({
      product: await counted(() => productAccess.execute(legal, { id: house.products.mail, table: {} })),
      mine: await counted(() => myReach.execute(collaborator, {})),
      losing: await counted(() =>
        whatIf.execute(legal, { ids: [house.members.collaborator], afterwards: ["REMOVED"] }),
      ),
      person: await counted(() => userReach.execute(legal, { id: house.members.collaborator, table: {} })),
    });
    await ask();
    const before = await ask();
    await grow();
    const after = await ask();
    expect(after.product.result.people.total).toBeGreaterThan(before.product.result.people.total + 25);
    expect(after.person.result.total).toBeGreaterThan(before.person.result.total);
    expect(after.mine.result.total).toBeGreaterThan(before.mine.result.total);
    expect(after.mine.statements).toBe(before.mine.statements);
    expect(after.losing.statements).toBe(before.losing.statements);
    expect(after.product.statements).toBe(before.product.statements);
    expect(after.person.statements).toBe(before.person.statements);
    expect(before.product.statements).toBeGreaterThan(3);
    expect(before.product.statements).toBeLessThanOrEqual(10);
    expect(before.person.statements).toBeLessThanOrEqual(10);
  });
});
