import { beforeEach, describe, expect, it } from "vitest";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { listTeamAccess } from "@/lib/domain/teams/queries/listTeamAccess";
import { listTeamMembers } from "@/lib/domain/teams/queries/listTeamMembers";
import { listTeams } from "@/lib/domain/teams/queries/listTeams";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import { listToJoin } from "@/lib/domain/teams/queries/listToJoin";
import { teamsOfUser } from "@/lib/domain/teams/queries/teamsOfUser";
import { Denied } from "@/lib/kernel/failures";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, insertTeamDraft } from "../../support/houses";
import { failureOf } from "../../support/refusal";
import { buildTeamStage, type TeamStage } from "../../support/teams";

/** Who manages teams, and the lists of them (TEAM-6). */

let house: TeamStage["house"];
let administrator: TeamStage["administrator"];

beforeEach(async () => {
  ({ house, administrator } = await buildTeamStage());
});

describe("who manages teams (TEAM-6)", () => {
  const make = async (userId: string, name: string) => {
    const draft = await insertTeamDraft({ organizationId: house.id, userId, name });
    return createTeam.execute(await signedIn(userId, house.slug), { draft });
  };

  it("are legal representatives, administrators, and a partner with full access", async () => {
    const agency = await buildAgency("full", house.id, "FULL");
    for (const userId of [house.people.legal, house.people.administrator, agency.legal])
      expect((await make(userId, `Team of ${userId}`)).id).toBeTruthy();
  });

  it("is nobody else, whatever they reach", async () => {
    await asOwner(`UPDATE "TeamMember" SET "isLeader" = true WHERE "membershipId" = $1`, [
      house.members.collaborator,
    ]);
    for (const who of ["withBilling", "collaborator", "external"] as const) {
      const caller = await signedIn(house.people[who], house.slug);
      const team = { team: house.teams.web, version: 1, id: [house.members.somebody] };
      for (const attempt of [
        () => make(house.people[who], "Mine"),
        () => addTeamMembers.execute(caller, team),
        () => endTeam.execute(caller, team),
      ])
        expect(await failureOf(attempt())).toBeInstanceOf(Denied);
    }
  });
});

describe("the lists", () => {
  it("show teams with their leaders and sizes, found by name", async () => {
    const { lines, total } = await listTeams.execute(administrator, { table: { sort: "-members" } });
    expect(total).toBe(2);
    expect(lines).toMatchObject([
      {
        name: "Web",
        colour: "BLUE",
        leaders: ["collaborator of nord"],
        leading: 1,
        members: 2,
        resources: 1,
      },
      { name: "Other", colour: "RED", leaders: [], leading: 0, members: 0, resources: 0 },
    ]);
    expect((await listTeams.execute(administrator, { table: { q: "othe" } })).lines).toHaveLength(1);
    const without = { table: {}, without: house.members.collaborator };
    expect((await listTeams.execute(administrator, without)).lines.map(({ name }) => name)).toEqual([
      "Other",
    ]);
  });

  it("show who is in a team, who could join, what it reaches and what it could", async () => {
    const at = { id: house.teams.web, table: {} };
    expect((await listTeamMembers.execute(administrator, at)).lines).toMatchObject([
      { name: "collaborator of nord", isLeader: true },
      { name: "external of nord", isLeader: false, role: "EXTERNAL" },
    ]);
    expect((await listTeamAccess.execute(administrator, at)).lines).toMatchObject([
      { name: "Plans", rights: 3 },
    ]);
    const open = { team: house.teams.web, table: { q: "SOME" } };
    expect((await listToJoin.execute(administrator, open)).lines.map(({ name }) => name)).toEqual([
      "somebody of nord",
    ]);
    const give = await listToGive.execute(administrator, { team: house.teams.web, table: {} });
    // Neither the parts of the suite nor what it has already.
    expect(give.lines.map(({ name }) => name)).toEqual([
      "suite of nord",
      "ticketing of nord",
      "web-hosting of nord",
    ]);
    const ticked = await listToGive.execute(administrator, {
      ...{ team: house.teams.web, table: { show: "folders" } },
      on: [house.products.hosting, house.products.mail, house.resources.folder],
    });
    expect(ticked.ticked.map(({ name }) => name)).toEqual(["web-hosting of nord"]);
    expect(give.counts).toMatchObject({ products: 3, mailboxes: 1, folders: 0, channels: 1, shared: 1 });
    const mine = await teamsOfUser.execute(administrator, { id: house.members.collaborator });
    expect(mine.teams).toMatchObject([{ name: "Web", isLeader: true }]);
  });
});
