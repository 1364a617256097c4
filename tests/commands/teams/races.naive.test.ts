import type { PoolClient } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asOwner } from "../../support/database";
import { emptyTables } from "../../support/emptyTables";
import { buildHouse, type House } from "../../support/houses";
import { naively, RACERS } from "../../support/racing";
import { teamFaults } from "./teamFaults";

/**
 * The twins of races.test.ts: look, then do what seemed allowed, without a lock and without what the database does by
 * itself. Each breaks what its race expects, so the expectations are worth something.
 */

const GUARDS = [
  ["TeamMember", "TeamMember_of_the_living"],
  ["Team", "Team_ended"],
  ["Membership", "Membership_leaves_nothing"],
  ["AccessGrant", "AccessGrant_of_the_living"],
];
const switched = (how: "ENABLE" | "DISABLE") =>
  GUARDS.map(([table, trigger]) => `ALTER TABLE "${table}" ${how} TRIGGER "${trigger}"`).join(";");

let house: House;

beforeEach(async () => {
  house = await buildHouse("race");
});

afterEach(async () => {
  await asOwner(switched("ENABLE"));
  await emptyTables(asOwner);
});

const finds = (sql: string, values: () => unknown[]) => async (client: PoolClient) =>
  (await client.query(sql, values())).rowCount !== 0;
const does = (sql: string, values: () => unknown[]) => (client: PoolClient) => client.query(sql, values());

const teamLives = finds(`SELECT 1 FROM "Team" WHERE "id" = $1 AND "endedAt" IS NULL`, () => [
  house.teams.other,
]);
const join = does(
  `INSERT INTO "TeamMember" ("organizationId", "teamId", "membershipId", "joinedAt") VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING`,
  () => [house.id, house.teams.other, house.members.somebody],
);

describe("fifty who look and then act", () => {
  it("leave somebody in a team that was deleted", async () => {
    const end = does(`UPDATE "Team" SET "endedAt" = now() WHERE "id" = $1`, () => [house.teams.other]);
    const kinds = [
      { check: teamLives, act: end },
      { check: teamLives, act: join },
    ];
    expect(await naively(kinds, switched("DISABLE"))).toBe(RACERS);
    expect(await teamFaults(house.id)).toContain("somebody is in a deleted team");
  });

  it("leave a former member in a team", async () => {
    const isThere = finds(`SELECT 1 FROM "Membership" WHERE "id" = $1 AND "endedAt" IS NULL`, () => [
      house.members.somebody,
    ]);
    const leave = does(`UPDATE "Membership" SET "endedAt" = now() WHERE "id" = $1`, () => [
      house.members.somebody,
    ]);
    const kinds = [
      { check: isThere, act: leave },
      { check: isThere, act: join },
    ];
    expect(await naively(kinds, switched("DISABLE"))).toBe(RACERS);
    expect(await teamFaults(house.id)).toContain("a former member is in a team");
  });

  it("give what somebody else took away in the same breath, and everybody believes it was done once", async () => {
    const isOld = finds(`SELECT 1 FROM "Team" WHERE "id" = $1 AND "version" = 1`, () => [house.teams.web]);
    const isIn = finds(`SELECT 1 FROM "TeamMember" WHERE "teamId" = $1 AND "membershipId" = $2`, () => [
      house.teams.web,
      house.members.collaborator,
    ]);
    const give = does(`UPDATE "Team" SET "version" = "version" + 1 WHERE "id" = $1`, () => [house.teams.web]);
    const takeOut = does(`DELETE FROM "TeamMember" WHERE "teamId" = $1 AND "membershipId" = $2`, () => [
      house.teams.web,
      house.members.collaborator,
    ]);
    const kinds = [
      { check: isOld, act: give },
      { check: isIn, act: takeOut },
    ];
    expect(await naively(kinds, switched("DISABLE"))).toBe(RACERS);
    const [team] = await asOwner<{ version: number }>(`SELECT "version" FROM "Team" WHERE "id" = $1`, [
      house.teams.web,
    ]);
    // Once more, because somebody left the team once.
    expect(team?.version).toBe(1 + RACERS / 2 + 1);
  });
});
