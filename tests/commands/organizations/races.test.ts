import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "@/lib/access/roles";
import { acceptInvitation } from "@/lib/domain/organizations/commands/acceptInvitation";
import { changeRole } from "@/lib/domain/organizations/commands/changeRole";
import { leaveOrganization } from "@/lib/domain/organizations/commands/leaveOrganization";
import { refuseInvitation } from "@/lib/domain/organizations/commands/refuseInvitation";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { resendInvitations } from "@/lib/domain/organizations/commands/resendInvitations";
import { revokeInvitations } from "@/lib/domain/organizations/commands/revokeInvitations";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { Refused } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House, insertDraft, type PlaceName } from "../../support/houses";
import { faultsOf, RACERS, race, SEEDS, traces, widenPool } from "../../support/racing";

/** What happens when fifty ask at the same instant (USR-5, USR-9, ORG-8). The naive twins stand in races.naive.test.ts. */

let house: House;
let legal: Caller;
let otherLegal: Caller;
let administrator: Caller;

beforeAll(widenPool);

beforeEach(async () => {
  house = await buildHouse("race");
  legal = await signedIn(house.people.legal, house.slug);
  otherLegal = await signedIn(house.people.otherLegal, house.slug);
  administrator = await signedIn(house.people.administrator, house.slug);
});

const remove = (caller: Caller, who: PlaceName) => () =>
  removeMembers.execute(caller, { id: [house.members[who]], seal: [house.seals[who]] });
const change = (caller: Caller, who: PlaceName, role: Role) => () =>
  changeRole.execute(caller, { id: house.members[who], version: 1, seal: house.seals[who], role });
const leave = (caller: Caller) => () => leaveOrganization.execute(caller, {});
const invite = (caller: Caller, draft: string) => () => inviteUsers.execute(caller, { draft });

const promote = (id: string) =>
  asOwner(`UPDATE "Membership" SET "role" = 'LEGAL_REPRESENTATIVE' WHERE "id" = $1`, [id]);

describe.each(SEEDS)("fifty at once, order %i", (seed) => {
  it("two legal representatives remove each other: one stays (USR-5)", async () => {
    const { won, lost, bugs } = await race([remove(legal, "otherLegal"), remove(otherLegal, "legal")], seed);
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    expect(await faultsOf(house.id)).toEqual([]);
    expect(await traces()).toEqual({ recorded: { "member.removed": 1 }, told: { memberRemoved: 1 } });
  });

  it("two remove each other while a third is there: one stays, and the removed one does not act any more", async () => {
    await promote(house.members.administrator);
    const { won, bugs } = await race([remove(legal, "otherLegal"), remove(otherLegal, "legal")], seed);
    expect(bugs).toEqual([]);
    expect(won).toHaveLength(1);
    expect(await faultsOf(house.id)).toEqual([]);
    expect(await traces()).toEqual({ recorded: { "member.removed": 1 }, told: { memberRemoved: 1 } });
  });

  it("two legal representatives demote each other: one stays (USR-5)", async () => {
    const { won, lost, bugs } = await race(
      [change(legal, "otherLegal", "COLLABORATOR"), change(otherLegal, "legal", "COLLABORATOR")],
      seed,
    );
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    expect(await faultsOf(house.id)).toEqual([]);
    expect(await traces()).toEqual({ recorded: { "member.changed": 1 }, told: { rightsChanged: 1 } });
  });

  it("two legal representatives leave: one stays (USR-5, ORG-8)", async () => {
    const { won, bugs } = await race([leave(legal), leave(otherLegal)], seed);
    expect(bugs).toEqual([]);
    expect(won).toHaveLength(1);
    expect(await faultsOf(house.id)).toEqual([]);
    expect(await traces()).toEqual({ recorded: { "member.left": 1 }, told: { memberLeft: 1 } });
  });

  it("one leaves while the other steps down: one stays (USR-5)", async () => {
    const { won, bugs } = await race<unknown>(
      [leave(legal), change(otherLegal, "otherLegal", "COLLABORATOR")],
      seed,
    );
    expect(bugs).toEqual([]);
    expect(won).toHaveLength(1);
    expect(await faultsOf(house.id)).toEqual([]);
  });

  it("somebody leaves while they are made the only legal representative (USR-5)", async () => {
    await asOwner(`UPDATE "Membership" SET "role" = 'ADMINISTRATOR' WHERE "id" = $1`, [
      house.members.otherLegal,
    ]);
    const somebody = await signedIn(house.people.somebody, house.slug);
    const replace = () =>
      replaceLegalRepresentative.execute(legal, {
        id: house.members.legal,
        seal: house.seals.legal,
        successor: house.members.somebody,
        successorSeal: house.seals.somebody,
        becomes: "COLLABORATOR",
      });
    const { won, bugs } = await race<unknown>([leave(somebody), replace], seed);
    expect(bugs).toEqual([]);
    expect(won).toHaveLength(1);
    expect(await faultsOf(house.id)).toEqual([]);
    const { recorded } = await traces();
    expect(Object.values(recorded)).toEqual([1]);
  });

  it("somebody leaves while they are promoted: whichever comes first holds", async () => {
    const somebody = await signedIn(house.people.somebody, house.slug);
    const { won, bugs } = await race<unknown>(
      [leave(somebody), change(legal, "somebody", "LEGAL_REPRESENTATIVE")],
      seed,
    );
    expect(bugs).toEqual([]);
    const { recorded } = await traces();
    const changes = Object.values(recorded).reduce((sum, count) => sum + count, 0);
    expect(changes).toBeGreaterThan(0);
    expect(won).toHaveLength(changes);
    expect(await faultsOf(house.id)).toEqual([]);
  });

  it("one invitation is accepted in fifty tabs: one place (USR-9)", async () => {
    const invited = await signedIn(house.people.invited);
    const accept = () => acceptInvitation.execute(invited, { token: house.invitation.token });
    const { won, lost, bugs } = await race([accept], seed);
    expect(bugs).toEqual([]);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    expect(await faultsOf(house.id)).toEqual([]);
    expect(await traces()).toEqual({
      recorded: { "invitation.accepted": 1 },
      told: { invitationAccepted: 1 },
    });
  });

  it("an invitation is accepted, refused, revoked and sent again at once: one answer holds (USR-9)", async () => {
    const invited = await signedIn(house.people.invited);
    const { id, token } = house.invitation;
    const { bugs } = await race<unknown>(
      [
        () => acceptInvitation.execute(invited, { token }),
        () => refuseInvitation.execute(invited, { token }),
        () => revokeInvitations.execute(legal, { id: [id] }),
        () => resendInvitations.execute(administrator, { id: [id] }),
      ],
      seed,
    );
    expect(bugs).toEqual([]);
    expect(await faultsOf(house.id)).toEqual([]);
    const { recorded, told } = await traces();
    const answers = ["invitation.accepted", "invitation.refused", "invitation.revoked"];
    expect(answers.reduce((sum, action) => sum + (recorded[action] ?? 0), 0)).toBe(1);
    expect(told.invitation).toBe(recorded["invitation.resent"]);
  });

  it("the same address is invited by two people: one invitation (USR-9)", async () => {
    const emails = ["one@elsewhere.example"];
    const organizationId = house.id;
    const byLegal = await insertDraft({ organizationId, userId: house.people.legal, emails });
    const byOther = await insertDraft({ organizationId, userId: house.people.administrator, emails });
    const { won, bugs } = await race([invite(legal, byLegal), invite(administrator, byOther)], seed);
    expect(bugs).toEqual([]);
    // Everybody is answered; the answer says how many were sent by that draft.
    expect(won).toHaveLength(RACERS);
    expect(await faultsOf(house.id)).toEqual([]);
    expect(await traces()).toEqual({ recorded: { "invitation.sent": 1 }, told: { invitation: 1 } });
  });

  it("two long lists overlap in opposite order: each address is invited once, and nobody waits for ever", async () => {
    const emails = Array.from({ length: 40 }, (_, index) => `number-${index}@elsewhere.example`);
    const organizationId = house.id;
    const forwards = await insertDraft({ organizationId, userId: house.people.legal, emails });
    const backwards = await insertDraft({
      organizationId,
      userId: house.people.administrator,
      emails: [...emails].reverse(),
    });
    const { bugs } = await race([invite(legal, forwards), invite(administrator, backwards)], seed);
    expect(bugs).toEqual([]);
    expect(await faultsOf(house.id)).toEqual([]);
    expect(await traces()).toEqual({ recorded: { "invitation.sent": 40 }, told: { invitation: 40 } });
  });

  it("one form is sent fifty times: written once, and everybody gets the same answer", async () => {
    const draft = await insertDraft({ organizationId: house.id, userId: house.people.legal });
    const form = { userId: house.people.legal, key: randomUUID() };
    const { won, lost, bugs } = await race([invite({ ...legal, form }, draft)], seed);
    expect([lost, bugs]).toEqual([[], []]);
    expect(won).toEqual(Array.from({ length: RACERS }, () => ({ draft, sent: 1 })));
    expect(await traces()).toEqual({ recorded: { "invitation.sent": 1 }, told: { invitation: 1 } });
  });

  it("one refused form is sent fifty times: refused each time, nothing kept of it", async () => {
    const form = { userId: house.people.legal, key: randomUUID() };
    const { somebody: id } = house.members;
    const change = { id, version: 7, seal: house.seals.somebody, role: "EXTERNAL" };
    const { lost, won, bugs } = await race([() => changeRole.execute({ ...legal, form }, change)], seed);
    expect([won, bugs]).toEqual([[], []]);
    expect(lost.every((one) => one instanceof Refused && one.words.includes("changed_meanwhile"))).toBe(true);
    expect(await asOwner(`SELECT 1 FROM "Submission"`)).toEqual([]);
  });
});
