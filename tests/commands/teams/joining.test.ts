import { beforeEach, describe, expect, it } from "vitest";
import { chooseLeaders } from "@/lib/domain/teams/commands/chooseLeaders";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { insertGrant } from "@/prisma/stage";
import { asOwner } from "../../support/database";
import { buildHouse } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";
import { buildTeamStage, entries, membersOf, type TeamStage } from "../../support/teams";

/** People in a team (TEAM-1 to TEAM-4). */

let house: TeamStage["house"];
let administrator: TeamStage["administrator"];
let set: TeamStage["set"];
let add: TeamStage["add"];
let remove: TeamStage["remove"];
let effects: TeamStage["effects"];

beforeEach(async () => {
  ({ house, administrator, set, add, remove, effects } = await buildTeamStage());
});

describe("people in a team (TEAM-2, TEAM-3)", () => {
  it("join several at once, externals too, each with a result of their own", async () => {
    const { somebody, external, former, withBilling } = house.members;
    const { items } = await add(somebody, external, former, withBilling);
    expect(items.map(({ refusals }) => refusals)).toEqual([
      [],
      ["already_in_team"],
      ["person_no_longer_here"],
      [],
    ]);
    // Whoever left meanwhile is named too where it is said who was not added.
    expect(items.map(({ name }) => name)).toContain("former of nord");
    expect(await membersOf(house.teams.web)).toHaveLength(4);
    expect(await entries()).toEqual(
      expect.arrayContaining([
        { action: "team.joined", subject: "somebody of nord", before: null, after: { team: "Web" } },
      ]),
    );
  });

  it("are refused where nobody can join: former members, strangers, those who are in", async () => {
    expect(await failureOf(add(house.members.former))).toMatchObject({
      words: ["person_no_longer_here"],
      about: "former of nord",
    });
    expect(await refusal(add(house.members.external))).toEqual(["already_in_team"]);
    const away = await buildHouse("away");
    expect(await refusal(add(away.members.somebody))).toEqual(["person_no_longer_here"]);
  });

  it("leave, and who was not in it is told so", async () => {
    const { items } = await remove(house.members.collaborator, house.members.somebody);
    expect(items.map(({ refusals }) => refusals)).toEqual([[], ["not_in_team"]]);
    expect(await membersOf(house.teams.web)).toEqual([house.members.external]);
    expect(await refusal(remove(house.members.collaborator, house.members.former))).toEqual(["not_in_team"]);
  });

  it("reach at once what the team reaches, and no longer once they left (TEAM-2, USR-11)", async () => {
    await set([house.products.ticketing], [`${house.products.ticketing}~check`]);
    const before = await effects({ change: "add", ids: [house.members.somebody] });
    expect(before.people).toMatchObject([
      { name: "somebody of nord", gains: [{ name: "Plans", after: 3 }, { after: 4 }] },
    ]);
    await add(house.members.somebody);
    const after = await effects({ change: "remove", ids: [house.members.somebody] });
    expect(after.summary).toEqual({ gainers: 0, gains: 0, losers: 1, losses: 2 });
    const events = await asOwner<{ kind: string }>(
      `SELECT "kind" FROM "ProvisioningEvent" WHERE "kind" = 'team.joined'`,
    );
    expect(events.length).toBeGreaterThan(0);
  });

  it("gain nothing where their own access wins, or where they have as much: both are named (TEAM-4)", async () => {
    const { somebody, administrator: boss } = house.members;
    const { hosting } = house.products;
    await set([hosting], [`${hosting}~technical`]);
    await insertGrant(asOwner, {
      organizationId: house.id,
      by: { userId: house.people.legal, name: "legal" },
      to: { membershipId: somebody },
      on: { resourceId: house.resources.folder },
      rights: 1,
    });
    const { people, kept } = await effects({ change: "add", ids: [somebody, boss] });
    expect(people.map(({ id, gains }) => [id, gains.map(({ name }) => name)]).sort()).toEqual(
      [
        [somebody, ["web-hosting of nord"]],
        [boss, ["Plans"]],
      ].sort(),
    );
    expect(kept.map(({ id, name, reason, rights, on }) => [id, name, reason, rights, on]).sort()).toEqual(
      [
        [somebody, "somebody of nord", "individual", 1, ["Plans"]],
        [boss, "administrator of nord", "already", 3, ["web-hosting of nord"]],
      ].sort(),
    );
  });

  it("lead it only while they are in it (TEAM-1)", async () => {
    const lead = (id: string, leads: string) =>
      chooseLeaders.execute(administrator, { team: house.teams.web, id, leads });
    await lead(house.members.external, "yes");
    expect(await refusal(lead(house.members.external, "yes"))).toEqual(["nothing_to_change"]);
    expect(await failureOf(lead(house.members.somebody, "yes"))).toMatchObject({
      words: ["leader_is_no_member"],
      about: "somebody of nord",
    });
    expect(await failureOf(lead(house.members.former, "yes"))).toMatchObject({ about: "former of nord" });
    await lead(house.members.collaborator, "no");
    const { leaders } = await showTeam.execute(administrator, { id: house.teams.web });
    expect(leaders.map(({ name }) => name)).toEqual(["external of nord"]);
    await remove(house.members.external);
    await add(house.members.external);
    expect((await showTeam.execute(administrator, { id: house.teams.web })).leaders).toEqual([]);
  });
});
