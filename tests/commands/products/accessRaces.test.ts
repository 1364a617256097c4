import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { changeAccess } from "@/lib/domain/products/commands/changeAccess";
import { createResource } from "@/lib/domain/products/commands/createResource";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import type { Caller } from "@/lib/pipeline/caller";
import { insertSubscription } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";
import { grantFaults, RACERS, race, SEEDS, traces, widenPool } from "../../support/racing";

/** What happens to access when fifty ask at the same instant (USR-11, USR-12). The naive twins stand in accessRaces.naive.test.ts. */

let house: House;
let legal: Caller;
let administrator: Caller;

beforeAll(widenPool);

beforeEach(async () => {
  house = await buildHouse("race");
  legal = await signedIn(house.people.legal, house.slug);
  administrator = await signedIn(house.people.administrator, house.slug);
});

const give = (caller: Caller, to: string, on: string, rights: string[]) => () =>
  giveAccess.execute(caller, { holder: to, on, rights });
const withdraw = (caller: Caller, id: string, seen: number) => () =>
  withdrawAccess.execute(caller, { id, seen });
const grants = async () =>
  (
    await asOwner<{ count: number }>(`SELECT count(*)::int FROM "AccessGrant" WHERE "organizationId" = $1`, [
      house.id,
    ])
  )[0]?.count;

describe.each(SEEDS)("fifty at once, order %i", (seed) => {
  it("the same is given fifty times: once", async () => {
    const gift = [
      `member:${house.members.somebody}`,
      `product:${house.products.hosting}`,
      ["technical"],
    ] as const;
    const { won, lost, bugs } = await race(
      [give(legal, gift[0], gift[1], [...gift[2]]), give(administrator, gift[0], gift[1], [...gift[2]])],
      seed,
    );
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    expect((await traces()).recorded).toEqual({ "access.given": 1 });
    expect(await grantFaults(house.id)).toEqual([]);
  });

  it("one grant is withdrawn fifty times: once, and told once", async () => {
    const { won, lost, bugs } = await race(
      [withdraw(legal, house.grants.hosting, 1), withdraw(administrator, house.grants.hosting, 1)],
      seed,
    );
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    expect((await traces()).recorded).toEqual({ "access.withdrawn": 1 });
    const told = await asOwner(`SELECT 1 FROM "ProvisioningEvent" WHERE "kind" = 'access.withdrawn'`);
    expect(told).toHaveLength(1);
  });

  it("a grant is changed while it is withdrawn: nobody acts on a state that they have not seen", async () => {
    const change = () =>
      changeAccess.execute(legal, { id: house.grants.hosting, seen: 1, rights: ["statistics"] });
    const { won, bugs } = await race<unknown>(
      [change, withdraw(administrator, house.grants.hosting, 1)],
      seed,
    );
    expect(bugs).toEqual([]);
    expect(won).toHaveLength(1);
    expect(await grantFaults(house.id)).toEqual([]);
  });

  it("given and withdrawn, over and over: what is recorded is what is there", async () => {
    const again = async () => {
      const { id } = await give(
        legal,
        `member:${house.members.external}`,
        `resource:${house.resources.mailbox}`,
        ["read"],
      )();
      await withdraw(administrator, id, 1)();
    };
    const before = await grants();
    const { bugs } = await race([again], seed);
    expect(bugs).toEqual([]);
    const { recorded } = await traces();
    expect(recorded["access.given"]).toBe(recorded["access.withdrawn"]);
    expect(await grants()).toBe(before);
  });

  it("something is given to a member who is removed at that moment: a former member has nothing (USR-12)", async () => {
    const { members, products, resources, teams } = house;
    const to = `member:${members.somebody}`;
    const remove = () =>
      removeMembers.execute(legal, { id: [members.somebody], seal: [house.seals.somebody] });
    const { bugs } = await race<unknown>(
      [
        give(administrator, to, `product:${products.hosting}`, ["technical"]),
        remove,
        give(legal, to, `resource:${resources.folder}`, ["read"]),
        give(legal, `team:${teams.other}`, `resource:${resources.folder}`, ["read"]),
      ],
      seed,
    );
    expect(bugs).toEqual([]);
    expect(await grantFaults(house.id)).toEqual([]);
  });

  it("something is given on a folder that is ended at that moment: nothing is given on what is gone", async () => {
    const { products, resources, members } = house;
    const end = () =>
      endResource.execute(administrator, { product: products.drive, resource: resources.folder, version: 1 });
    const { bugs } = await race<unknown>(
      [give(legal, `member:${members.somebody}`, `resource:${resources.folder}`, ["write"]), end],
      seed,
    );
    expect(bugs).toEqual([]);
    expect(await grantFaults(house.id)).toEqual([]);
  });

  it("one address is taken for fifty mailboxes, here and elsewhere: once", async () => {
    const other = await buildHouse("elsewhere");
    const theirs = await signedIn(other.people.legal, other.slug);
    for (const { id: organizationId } of [house, other])
      await insertSubscription(asOwner, {
        organizationId,
        kind: "domain",
        offer: "com",
        name: "race.example",
      });
    const make = (caller: Caller, product: string) => () =>
      createResource.execute(caller, { product, type: "MAILBOX", name: "Same@Race.example" });
    const { won, lost, bugs } = await race(
      [make(legal, house.products.mail), make(theirs, other.products.mail)],
      seed,
    );
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
  });
});
