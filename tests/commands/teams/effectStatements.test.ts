import { beforeAll, expect, it } from "vitest";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant, insertMember, insertPerson, insertResource, insertTeam } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner, keepRows } from "../../support/database";
import { buildHouse, type House, insertTeamDraft } from "../../support/houses";
import { counted } from "../../support/statements";

/** What a change of a team would do is asked with as many statements for sixty people and things as for three (TEAM-2). */

keepRows();

let house: House;
let administrator: Caller;

beforeAll(async () => {
  house = await buildHouse("effects");
  administrator = await signedIn(house.people.administrator, house.slug);
});

type Crowd = { inside: string[]; outside: string[]; things: string[] };

/** Thirty who are in the team and in one of their own, thirty beside it, and thirty mailboxes that the team reads. */
async function grow(): Promise<Crowd> {
  const { id: organizationId, people, teams, products } = house;
  const by = { userId: people.legal, name: "legal" };
  const crowd: Crowd = { inside: [], outside: [], things: [] };
  for (let number = 0; number < 30; number++) {
    const name = `box${number}@effects.example`;
    const resourceId = await insertResource(asOwner, {
      ...{ organizationId, subscriptionId: products.mail, type: "MAILBOX", name },
    });
    await insertGrant(asOwner, {
      ...{ organizationId, by, to: { teamId: teams.web }, on: { resourceId }, rights: 1 },
    });
    crowd.things.push(resourceId);
  }
  for (let number = 0; number < 60; number++) {
    const email = `more${number}@effects.example`;
    const userId = await insertPerson(asOwner, { firstName: "More", lastName: `Person ${number}`, email });
    const id = await insertMember(asOwner, { organizationId, userId, role: "COLLABORATOR" });
    await insertTeam(asOwner, { organizationId, name: `Team ${number}`, members: [id] });
    (number % 2 ? crowd.inside : crowd.outside).push(id);
  }
  await asOwner(
    `INSERT INTO "TeamMember" ("organizationId", "teamId", "membershipId", "joinedAt")
     SELECT $1, $2, unnest($3::uuid[]), now()`,
    [organizationId, teams.web, crowd.inside],
  );
  return crowd;
}

/** Every change that a page shows before it is made, of the team as it is. */
async function ask({ inside, outside, things }: Crowd) {
  const team = house.teams.web;
  const draft = await insertTeamDraft({
    organizationId: house.id,
    userId: house.people.administrator,
    access: things.map((on) => ({ on, rights: 2 })),
    members: [...inside, ...outside],
  });
  const changes = {
    add: { change: "add", team, ids: outside },
    "add everybody": { change: "add", team, ids: [], all: true },
    remove: { change: "remove", team, ids: inside },
    access: { change: "access", team, on: things, access: things.map((on) => `${on}~filters`) },
    withdraw: { change: "withdraw", team, on: things, all: false, q: "" },
    end: { change: "end", team },
    create: { change: "create", draft },
  };
  const statements: Record<string, number> = {};
  const touched: Record<string, number> = {};
  for (const [name, change] of Object.entries(changes)) {
    const { statements: count, result } = await counted(() => teamEffects.execute(administrator, change));
    statements[name] = count;
    touched[name] = result.people.length;
  }
  return { statements, touched };
}

it("the number of statements does not grow with the team, nor with what it reaches", async () => {
  const { mailbox } = house.resources;
  await insertGrant(asOwner, {
    organizationId: house.id,
    by: { userId: house.people.legal, name: "legal" },
    to: { teamId: house.teams.web },
    on: { resourceId: mailbox },
    rights: 1,
  });
  const few = {
    inside: [house.members.collaborator],
    outside: [house.members.somebody],
    things: [mailbox],
  };
  await ask(few);
  const small = await ask(few);
  const large = await ask(await grow());
  for (const [change, people] of Object.entries(small.touched)) {
    expect(people, change).toBeGreaterThan(0);
    expect(large.touched[change], change).toBeGreaterThanOrEqual(people + 25);
  }
  expect(large.statements).toEqual(small.statements);
  expect(Math.max(...Object.values(large.statements))).toBeLessThanOrEqual(12);
  expect(Math.min(...Object.values(large.statements))).toBeGreaterThan(3);
});
