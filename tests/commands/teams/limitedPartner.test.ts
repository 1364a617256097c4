import { beforeEach, describe, expect, it } from "vitest";
import { resendInvitations } from "@/lib/domain/organizations/commands/resendInvitations";
import { revokeInvitations } from "@/lib/domain/organizations/commands/revokeInvitations";
import { listUsers } from "@/lib/domain/organizations/queries/listUsers";
import { selectUsers } from "@/lib/domain/organizations/queries/selectUsers";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { chooseLeaders } from "@/lib/domain/teams/commands/chooseLeaders";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { draftTeams } from "@/lib/domain/teams/commands/draftTeams";
import { editTeam } from "@/lib/domain/teams/commands/editTeam";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import { draftAccess } from "@/lib/domain/teams/queries/draftAccess";
import { draftEffect } from "@/lib/domain/teams/queries/draftEffect";
import { listTeamAccess } from "@/lib/domain/teams/queries/listTeamAccess";
import { listTeamMembers } from "@/lib/domain/teams/queries/listTeamMembers";
import { listTeams } from "@/lib/domain/teams/queries/listTeams";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import { listToJoin } from "@/lib/domain/teams/queries/listToJoin";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { showTeamDraft } from "@/lib/domain/teams/queries/showTeamDraft";
import { showToSet } from "@/lib/domain/teams/queries/showToSet";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import { teamsOfUser } from "@/lib/domain/teams/queries/teamsOfUser";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import { Denied } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, insertDraft, insertInvitation, insertTeamDraft } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";
import { buildTeamStage, entries, grantsOf, membersOf, type TeamStage } from "../../support/teams";

/** A partner with limited access manages teams, and gives or takes nothing by it (TEAM-6, PART-4). */

let house: TeamStage["house"];
let administrator: TeamStage["administrator"];
let partner: Caller;
let own: { organizationId: string; userId: string };

beforeEach(async () => {
  ({ house, administrator } = await buildTeamStage());
  const { legal: userId } = await buildAgency("limited", house.id, "LIMITED");
  partner = await signedIn(userId, house.slug);
  own = { organizationId: house.id, userId };
});

/** The partner's drafts, as they stay behind from a time when more could be given: of a team and of an invitation. */
async function draftsThatGive() {
  const invitation = await insertDraft({ ...own, kind: "giving" });
  await asOwner(
    `UPDATE "InvitationDraft" SET "answers" = "answers" || jsonb_build_object('teams', $2::jsonb) WHERE "id" = $1`,
    [invitation, JSON.stringify([house.teams.web])],
  );
  const access = [{ on: house.resources.folder, rights: 1 }];
  return { team: await insertTeamDraft({ ...own, access }), invitation };
}

describe("where a team reaches nothing", () => {
  it("it is made, people are put into it and taken out, led into it by invitation, and it is deleted", async () => {
    const { id: team } = await createTeam.execute(partner, { draft: await insertTeamDraft(own) });
    const { somebody, external } = house.members;
    const shown = async () => ({
      team,
      version: (await showTeam.execute(partner, { id: team })).team.version,
    });
    await addTeamMembers.execute(partner, { ...(await shown()), id: [somebody, external] });
    await removeTeamMembers.execute(partner, { ...(await shown()), id: external });
    expect(await membersOf(team)).toEqual([somebody]);
    const draft = await insertDraft(own);
    await draftTeams.execute(partner, { draft, teams: team });
    await inviteUsers.execute(partner, { draft });
    expect(await showTeam.execute(partner, { id: team })).toMatchObject({
      ...{ team: { members: 1, invited: 1 }, mayManage: true, mayChange: true, mayGive: false },
    });
    const { seal } = await teamEffects.execute(partner, { change: "end", team });
    await endTeam.execute(partner, { ...(await shown()), seal });
    expect((await listTeams.execute(partner, { table: {} })).total).toBe(2);
  });
});

describe("where a team reaches something", () => {
  it("its name and its leaders are managed", async () => {
    const { web: team } = house.teams;
    const names = { name: "Site", colour: "LIME", description: "" };
    await editTeam.execute(partner, { team, version: 1, ...names });
    await chooseLeaders.execute(partner, { team, id: house.members.external, leads: "yes" });
    expect(await showTeam.execute(partner, { id: team })).toMatchObject({
      ...{ team: names, leaders: [{ name: "collaborator of nord" }, { name: "external of nord" }] },
      ...{ mayManage: true, mayChange: false, mayGive: false },
    });
  });

  it("nobody is given access or loses it, and nothing is done", async () => {
    const { web: team, other } = house.teams;
    const { somebody, collaborator } = house.members;
    const { folder } = house.resources;
    const access = { on: folder, access: `${folder}~read` };
    const { team: reaching } = await draftsThatGive();
    const plain = await insertTeamDraft(own);
    const draft = await insertDraft(own);
    await draftTeams.execute(partner, { draft, teams: other });
    const standing = async () => [await membersOf(team), await grantsOf(team), await entries()];
    const before = await standing();
    const attempts = {
      add: () => addTeamMembers.execute(partner, { team, version: 1, id: somebody }),
      remove: () => removeTeamMembers.execute(partner, { team, version: 1, id: collaborator }),
      end: () => endTeam.execute(partner, { team, version: 1, seal: "seen" }),
      give: () => setTeamAccess.execute(partner, { team: other, version: 1, ...access }),
      take: () => setTeamAccess.execute(partner, { team, version: 1, on: folder }),
      create: () => createTeam.execute(partner, { draft: reaching }),
      tick: () => draftTeam.execute(partner, { draft: plain, step: "ticks", id: folder }),
      draft: () => draftTeam.execute(partner, { draft: plain, step: "access", ...access }),
      lead: () => draftTeams.execute(partner, { draft, teams: [other, team] }),
    };
    for (const [name, attempt] of Object.entries(attempts))
      expect(await failureOf(attempt()), name).toBeInstanceOf(Denied);
    expect(await standing()).toEqual(before);
    // What was chosen while it reached nothing is asked again when it is sent.
    await setTeamAccess.execute(administrator, { team: other, version: 1, ...access });
    expect(await failureOf(inviteUsers.execute(partner, { draft }))).toBeInstanceOf(Denied);
  });

  it("whoever was shown it while it reached nothing is refused over what was shown", async () => {
    const { other: team } = house.teams;
    const { folder } = house.resources;
    const shown = { team, version: 1, id: house.members.somebody };
    const { seal } = await teamEffects.execute(partner, { change: "end", team });
    await setTeamAccess.execute(administrator, { team, version: 1, on: folder, access: `${folder}~read` });
    for (const attempt of [
      () => addTeamMembers.execute(partner, shown),
      () => removeTeamMembers.execute(partner, shown),
      () => endTeam.execute(partner, { ...shown, seal }),
    ])
      expect(await refusal(attempt())).toEqual(["effect_changed"]);
    expect(await membersOf(team)).toEqual([]);
  });

  it("an invitation that gives access is not sent again, which is said before, and is revoked (USR-9)", async () => {
    const carrying = async (kind: "grant" | "reaching" | "idle") => {
      const { id: invitationId } = await insertInvitation(house, kind);
      const { web, other } = house.teams;
      if (kind === "grant")
        await insertGrant(asOwner, {
          ...{ organizationId: house.id, by: { userId: house.people.legal, name: "legal" } },
          ...{ to: { invitationId }, on: { subscriptionId: house.products.hosting }, rights: 1 },
        });
      else
        await asOwner(
          `INSERT INTO "InvitationTeam" ("organizationId", "invitationId", "teamId") VALUES ($1, $2, $3)`,
          [house.id, invitationId, kind === "reaching" ? web : other],
        );
      return invitationId;
    };
    const ids = [await carrying("grant"), await carrying("reaching"), await carrying("idle")];
    const expected = [["invitation_carries_access"], ["invitation_carries_access"], []];
    const { lines } = await listUsers.execute(partner, { show: "invitations" });
    const offered = new Map(lines.map(({ id, blockedBy }) => [id, blockedBy]));
    expect(ids.map((id) => offered.get(id))).toEqual(
      expected.map(([resend = null]) => ({ resend, revoke: null })),
    );
    const refusalsOf = async (as: Caller, act: string) => {
      const { items } = await selectUsers.execute(as, { act, ids, all: false, table: {} });
      const judged = new Map(items.map(({ id, refusals }) => [id, refusals]));
      return ids.map((id) => judged.get(id));
    };
    expect(await refusalsOf(partner, "resend")).toEqual(expected);
    expect(await refusalsOf(partner, "revoke")).toEqual([[], [], []]);
    expect(await refusalsOf(administrator, "resend")).toEqual([[], [], []]);

    const links = () =>
      asOwner(`SELECT "tokenHash" FROM "Invitation" WHERE "id" = ANY ($1) ORDER BY "id"`, [ids.slice(0, 2)]);
    const before = await links();
    const { items } = await resendInvitations.execute(partner, { id: ids });
    expect(items.map(({ refusals }) => refusals)).toEqual(expected);
    expect(await links()).toEqual(before);
    await revokeInvitations.execute(partner, { id: ids });
    const left = await asOwner(`SELECT 1 FROM "Invitation" WHERE "id" = ANY ($1) AND "status" = 'PENDING'`, [
      ids,
    ]);
    expect(left).toEqual([]);
  });

  it("no answer names a product, or anything inside one", async () => {
    const { web: team, other } = house.teams;
    const { collaborator, somebody } = house.members;
    const { folder, mailbox } = house.resources;
    const drafts = await draftsThatGive();
    const effects = (asked: object) => (as: Caller) => teamEffects.execute(as, asked);
    const shown: Record<string, (as: Caller) => Promise<unknown>> = {
      teams: (as) => listTeams.execute(as, { table: {} }),
      team: (as) => showTeam.execute(as, { id: team }),
      members: (as) => listTeamMembers.execute(as, { id: team, table: {} }),
      toJoin: (as) => listToJoin.execute(as, { team: other, table: {} }),
      ofUser: (as) => teamsOfUser.execute(as, { id: collaborator }),
      whatIf: (as) => whatIf.execute(as, { ids: [collaborator], afterwards: ["REMOVED", "ADMINISTRATOR"] }),
      draft: (as) => showTeamDraft.execute(as, { draft: drafts.team }),
      draftAccess: (as) => draftAccess.execute(as, { draft: drafts.invitation }),
      draftEffect: (as) => draftEffect.execute(as, { draft: drafts.invitation }),
      joining: effects({ change: "add", team: other, ids: [somebody] }),
    };
    const denied: typeof shown = {
      reach: (as) => listTeamAccess.execute(as, { id: team, table: {} }),
      toGive: (as) => listToGive.execute(as, { team, table: {} }),
      toSet: (as) => showToSet.execute(as, { team, on: [mailbox] }),
      joining: effects({ change: "add", team, ids: [somebody] }),
      leaving: effects({ change: "remove", team, ids: [collaborator] }),
      ending: effects({ change: "end", team }),
      setting: effects({ change: "access", team, on: folder, access: `${folder}~read` }),
      withdrawing: effects({ change: "withdraw", team, on: [folder], all: false, q: "" }),
      creating: effects({ change: "create", draft: drafts.team }),
    };
    const names =
      /Plans|general|Holidays|office@|(suite|mail|drive|chat|hosting|ticketing)[\w-]* of nord|Ticketing/;
    for (const [name, show] of Object.entries(shown))
      expect(JSON.stringify(await show(partner)), name).not.toMatch(names);
    for (const [name, show] of Object.entries(denied))
      expect(await failureOf(show(partner)), name).toBeInstanceOf(Denied);
    // Somebody who sees them is told: the names are looked for rightly.
    expect(JSON.stringify(await denied.ending?.(administrator))).toMatch(names);
  });
});
