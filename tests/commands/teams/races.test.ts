import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import type { Caller } from "@/lib/pipeline/caller";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House, insertTeamDraft } from "../../support/houses";
import { RACERS, race, SEEDS, traces, widenPool } from "../../support/racing";
import { teamFaults } from "./teamFaults";

/** What happens to teams when fifty ask at the same instant (TEAM-2). The naive twins stand in races.naive.test.ts. */

let house: House;
let legal: Caller;
let administrator: Caller;

beforeAll(widenPool);

beforeEach(async () => {
  house = await buildHouse("race");
  legal = await signedIn(house.people.legal, house.slug);
  administrator = await signedIn(house.people.administrator, house.slug);
});

const add = (team: string, id: string) => () => addTeamMembers.execute(legal, { team, version: 1, id: [id] });
const takeOut = (team: string, id: string) => () =>
  removeTeamMembers.execute(legal, { team, version: 1, id: [id] });
const end = (team: string) => () => endTeam.execute(administrator, { team, version: 1 });
const give = (team: string, on: string, word: string) => () =>
  setTeamAccess.execute(administrator, { team, version: 1, on: [on], access: [`${on}~${word}`] });
const isIn = async (team: string, id: string) =>
  (await asOwner(`SELECT 1 FROM "TeamMember" WHERE "teamId" = $1 AND "membershipId" = $2`, [team, id]))
    .length > 0;

describe.each(SEEDS)("fifty at once, order %i", (seed) => {
  it("somebody is taken out of a team while it is given something: one happens, the other has shown too little (TEAM-2)", async () => {
    const { web } = house.teams;
    const { won, lost, bugs } = await race<unknown>(
      [takeOut(web, house.members.collaborator), give(web, house.resources.mailbox, "read")],
      seed,
    );
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    const { recorded } = await traces();
    expect(Object.values(recorded)).toEqual([1]);
    expect(await isIn(web, house.members.collaborator)).toBe(recorded["team.left"] !== 1);
    expect(await teamFaults(house.id)).toEqual([]);
  });

  it("a team is deleted while somebody is added: either it is gone, or they are in it (TEAM-2)", async () => {
    const { other } = house.teams;
    const { won, lost, bugs } = await race<unknown>([end(other), add(other, house.members.somebody)], seed);
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    expect(await teamFaults(house.id)).toEqual([]);
    const { recorded } = await traces();
    expect(Object.values(recorded)).toEqual([1]);
    expect(await isIn(other, house.members.somebody)).toBe(recorded["team.joined"] === 1);
  });

  it("somebody is removed while they are added to a team: they are gone and in none, or in it and stay (USR-12)", async () => {
    const { other } = house.teams;
    const { somebody } = house.members;
    const { won, bugs } = await race<unknown>(
      [
        () => removeMembers.execute(legal, { id: [somebody], seal: [house.seals.somebody] }),
        add(other, somebody),
      ],
      seed,
    );
    expect(bugs).toEqual([]);
    expect(won).toHaveLength(1);
    const { recorded } = await traces();
    expect(Object.values(recorded)).toEqual([1]);
    expect(await isIn(other, somebody)).toBe(recorded["team.joined"] === 1);
    expect(await teamFaults(house.id)).toEqual([]);
  });

  it("two give the same team other rights from the same state: one is told (TEAM-2)", async () => {
    const { web } = house.teams;
    const { won, lost, bugs } = await race(
      [give(web, house.resources.folder, "read"), give(web, house.resources.folder, "manage")],
      seed,
    );
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    expect((await traces()).recorded).toEqual({ "access.changed": 1 });
  });

  it("two teams of one name are made at once: one is (TEAM-1)", async () => {
    const draft = (userId: string, name: string) =>
      insertTeamDraft({ organizationId: house.id, userId, name });
    const [one, another] = [
      await draft(house.people.legal, "Shop"),
      await draft(house.people.administrator, "SHOP"),
    ];
    const { bugs } = await race(
      [
        () => createTeam.execute(legal, { draft: one }),
        () => createTeam.execute(administrator, { draft: another }),
      ],
      seed,
    );
    expect(bugs).toEqual([]);
    expect((await traces()).recorded).toEqual({ "team.created": 1 });
  });
});
