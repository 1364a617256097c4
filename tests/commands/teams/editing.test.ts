import { beforeEach, describe, expect, it } from "vitest";
import { editTeam } from "@/lib/domain/teams/commands/editTeam";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { listTeams } from "@/lib/domain/teams/queries/listTeams";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { NotFound } from "@/lib/kernel/failures";
import { failureOf, refusal } from "../../support/refusal";
import { buildTeamStage, entries, grantsOf, membersOf, type TeamStage } from "../../support/teams";

/** A team's own words, and its end (TEAM-1, TEAM-2). */

let house: TeamStage["house"];
let administrator: TeamStage["administrator"];
let add: TeamStage["add"];
let effects: TeamStage["effects"];

beforeEach(async () => {
  ({ house, administrator, add, effects } = await buildTeamStage());
});

describe("a team's name, colour and description (TEAM-1)", () => {
  const edit = (names: object, version = 1) =>
    editTeam.execute(administrator, {
      team: house.teams.web,
      version,
      name: "Web",
      colour: "BLUE",
      ...names,
    });

  it("change, with before and after on record", async () => {
    await edit({ name: "Web and print", description: "Pictures" });
    expect(await entries()).toEqual([
      {
        action: "team.edited",
        subject: "Web and print",
        before: { name: "Web", colour: "BLUE", description: "" },
        after: { name: "Web and print", colour: "BLUE", description: "Pictures" },
      },
    ]);
  });

  it("may only change in case", async () => {
    await edit({ name: "WEB" });
    expect((await showTeam.execute(administrator, { id: house.teams.web })).team.name).toBe("WEB");
  });

  it("are refused: another team's name, nothing new, an older state", async () => {
    expect(await refusal(edit({ name: "OTHER" }))).toEqual(["team_name_taken"]);
    expect(await refusal(edit({}))).toEqual(["nothing_to_change"]);
    expect(await refusal(edit({ colour: "RED" }, 2))).toEqual(["changed_meanwhile"]);
  });
});

describe("deleting a team (TEAM-2)", () => {
  const end = (seal?: string, team = house.teams.web) =>
    endTeam.execute(administrator, { team, version: 1, ...(seal ? { seal } : {}) });

  it("is refused while it is in use and nobody saw what is lost; then everything goes at once", async () => {
    expect(await refusal(end())).toEqual(["look_at_the_effect_first"]);
    const { seal, summary } = await effects({ change: "end" });
    expect(summary).toEqual({ gainers: 0, gains: 0, losers: 2, losses: 2 });
    await end(seal);
    expect(await membersOf(house.teams.web)).toEqual([]);
    expect(await grantsOf(house.teams.web)).toEqual([]);
    expect(await entries()).toEqual([
      { action: "team.ended", subject: "Web", before: { members: 2, resources: 1 }, after: null },
    ]);
    expect(await failureOf(end(seal))).toBeInstanceOf(NotFound);
    expect(await failureOf(add(house.members.somebody))).toBeInstanceOf(NotFound);
  });

  it("is refused when it would take something else by now", async () => {
    const { seal } = await effects({ change: "end" });
    await add(house.members.somebody);
    expect(await refusal(end(seal))).toEqual(["effect_changed"]);
  });

  it("leaves the name to another team", async () => {
    await end(undefined, house.teams.other);
    await editTeam.execute(administrator, {
      team: house.teams.web,
      version: 1,
      name: "Other",
      colour: "BLUE",
    });
  });

  it("of one that nobody uses asks for nothing", async () => {
    await end(undefined, house.teams.other);
    expect((await listTeams.execute(administrator, { table: {} })).lines.map(({ name }) => name)).toEqual([
      "Web",
    ]);
  });
});
