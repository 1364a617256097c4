import { beforeEach, describe, expect, it } from "vitest";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { showUser } from "@/lib/domain/organizations/queries/showUser";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, buildHouse, type House } from "../../support/houses";

/** "To do" on the overview: everybody is told of what they may do themselves, and of nothing else. */

let house: House;

beforeEach(async () => {
  house = await buildHouse("nord");
  // One legal representative and no address.
  await asOwner(`UPDATE "Membership" SET "role" = 'ADMINISTRATOR' WHERE "id" = $1`, [
    house.members.otherLegal,
  ]);
  await asOwner(`UPDATE "Organization" SET "street" = '' WHERE "id" = $1`, [house.id]);
});

const toDoOf = async (userId: string) =>
  (await overview.execute(await signedIn(userId, house.slug), {})).toDo;

describe("what is to do", () => {
  it("a legal representative names a second one and completes the contact details (USR-4, ORG-11)", async () => {
    expect(await toDoOf(house.people.legal)).toMatchObject({
      onlyOneLegalRepresentative: true,
      coordinates: true,
    });
  });

  it("an administrator can do neither, and is told of neither", async () => {
    const toDo = await toDoOf(house.people.administrator);
    expect(toDo).toMatchObject({ onlyOneLegalRepresentative: false, coordinates: false });
    expect(toDo.invitations).not.toBeNull();
  });

  it("a partner is told of neither (PART-17)", async () => {
    const agency = await buildAgency("south", house.id, "FULL");
    expect(await toDoOf(agency.legal)).toMatchObject({
      onlyOneLegalRepresentative: false,
      coordinates: false,
    });
  });

  it("only who may name a second legal representative is advised to, on the page of the only one", async () => {
    const advised = async (userId: string) =>
      (await showUser.execute(await signedIn(userId, house.slug), { id: house.members.legal })).mayNameSecond;
    expect(await advised(house.people.legal)).toBe(true);
    expect(await advised(house.people.administrator)).toBe(false);
  });
});
