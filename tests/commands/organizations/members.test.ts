import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "@/lib/access/roles";
import { changePreferences } from "@/lib/domain/organizations/commands/changePreferences";
import { changeRole } from "@/lib/domain/organizations/commands/changeRole";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { listSuccessors } from "@/lib/domain/organizations/queries/listSuccessors";
import { listUsers } from "@/lib/domain/organizations/queries/listUsers";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { shell } from "@/lib/domain/organizations/queries/shell";
import { ConfirmationNeeded, Denied, InvalidInput, NotFound } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { setNow } from "@/lib/platform/clock";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, buildHouse, type House, type PlaceName } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";
import { SavedRows } from "../../support/savedRows";
import { sealsOf } from "../../support/seals";

/** Changing, removing and replacing members: row, record and mail, and everything that is refused. */

let house: House;
let legal: Caller;
let administrator: Caller;

beforeEach(async () => {
  house = await buildHouse("nord");
  legal = await signedIn(house.people.legal, house.slug);
  administrator = await signedIn(house.people.administrator, house.slug);
});
afterEach(() => setNow(null));

const change = (who: PlaceName, role: Role, more: object = {}, caller = legal) =>
  changeRole.execute(caller, { ...formAbout(who), seal: house.seals[who], role, ...more });
const REMINDED = { remindersByEmail: "on", productEventsByEmail: "on" };
const tell = (who: PlaceName, more: object, caller = legal) =>
  changePreferences.execute(caller, { ...formAbout(who), ...REMINDED, ...more });
const formAbout = (who: PlaceName) => ({ id: house.members[who], version: 1 });
const remove = (who: PlaceName, caller = legal) =>
  removeMembers.execute(caller, { id: [house.members[who]], seal: [house.seals[who]] });
const replace = (successor: PlaceName, becomes: string, caller = legal, old: PlaceName = "legal") =>
  replaceLegalRepresentative.execute(caller, {
    id: house.members[old],
    seal: house.seals[old],
    successor: house.members[successor],
    successorSeal: house.seals[successor],
    becomes,
  });
const member = async (who: PlaceName) =>
  (
    await asOwner<{
      role: Role;
      version: number;
      billingRight: boolean;
      endedAt: Date | null;
      endedById: string;
    }>(`SELECT * FROM "Membership" WHERE "id" = $1`, [house.members[who]])
  )[0];
const mails = () =>
  asOwner<{ template: string; to: string; text: string }>(
    `SELECT "template", "toAddress" AS "to", "text" FROM "OutboxMail" ORDER BY "createdAt", "toAddress"`,
  );
const entries = () =>
  asOwner(
    `SELECT "action", "actorName", "onBehalfOfName", "subjectName", "before", "after" FROM "AuditEntry" WHERE "requestId" <> 'staged'`,
  );

describe("a changed member", () => {
  it("is told of product events or not, whatever their billing reminders (USR-15)", async () => {
    await tell("somebody", { productEventsByEmail: "" });
    expect(await member("somebody")).toMatchObject({ productEventsByEmail: false, remindersByEmail: true });
  });

  it("has the new choices, a record of before and after, and a mail that says what changed (USR-10)", async () => {
    await change("somebody", "COLLABORATOR", { billingRight: "on" });
    expect(await member("somebody")).toMatchObject({ billingRight: true, version: 2 });
    expect(await entries()).toEqual([
      {
        action: "member.changed",
        actorName: "legal of nord",
        onBehalfOfName: null,
        subjectName: "somebody of nord",
        before: expect.objectContaining({ role: "COLLABORATOR", billingRight: false }),
        after: expect.objectContaining({ role: "COLLABORATOR", billingRight: true }),
      },
    ]);
    const [mail] = await mails();
    expect(mail).toMatchObject({ template: "rightsChanged", to: "somebody@nord.example" });
    expect(mail?.text).toMatch(/Billing right: off → \S*on/);
  });

  it("keeps their role and billing right where only their preferences are saved, whatever the form says", async () => {
    const { role, billingRight } = (await member("somebody")) ?? {};
    const forged = { role: "LEGAL_REPRESENTATIVE", billingRight: "on" };
    await tell("somebody", { ...forged, remindersByEmail: "" });
    expect(await member("somebody")).toMatchObject({ role, billingRight, remindersByEmail: false });
    expect(await entries()).toMatchObject([
      {
        action: "member.changed",
        before: { role, billingRight, remindersByEmail: true },
        after: { role, billingRight, remindersByEmail: false },
      },
    ]);
    expect((await mails()).map(({ text }) => text)).toEqual([
      expect.stringMatching(/reminders by e-mail: on → \S*off/),
    ]);
  });

  it("keeps their preferences where only their role is changed, whatever the form says", async () => {
    await change("somebody", "EXTERNAL", { remindersByEmail: "", remindersBySms: "on" });
    expect(await member("somebody")).toMatchObject({ remindersByEmail: true, remindersBySms: false });
  });

  it("has another role only by a form that showed what it gives and takes", async () => {
    expect(await failureOf(change("somebody", "EXTERNAL", { seal: undefined }))).toBeInstanceOf(InvalidInput);
    expect(await refusal(change("somebody", "EXTERNAL", { seal: "another" }))).toEqual(["effect_changed"]);
  });

  it("acts by the new role at the very next request, with the session they have", async () => {
    const collaborator = await signedIn(house.people.collaborator, house.slug);
    expect(await failureOf(listUsers.execute(collaborator, {}))).toBeInstanceOf(Denied);
    await change("collaborator", "ADMINISTRATOR");
    expect(await failureOf(listUsers.execute(collaborator, {}))).toBeUndefined();
    const [seal] = await sealsOf(house.id, [house.members.collaborator]);
    await change("collaborator", "EXTERNAL", { version: 2, seal });
    expect(await failureOf(listUsers.execute(collaborator, {}))).toBeInstanceOf(Denied);
  });

  it("that was seen in an older state is refused, and stays as it is", async () => {
    await change("somebody", "EXTERNAL");
    expect(await refusal(change("somebody", "ADMINISTRATOR"))).toEqual(["changed_meanwhile"]);
    expect(await member("somebody")).toMatchObject({ role: "EXTERNAL", version: 2 });
  });

  it("with nothing new is refused, and tells nobody", async () => {
    expect(await refusal(change("somebody", "COLLABORATOR"))).toEqual(["nothing_to_change"]);
    expect([await mails(), await entries()]).toEqual([[], []]);
  });

  it.each([
    ["administrator", "LEGAL_REPRESENTATIVE", "not_your_own_role_upward"],
    ["somebody", "LEGAL_REPRESENTATIVE", "only_legal_representatives_give_this_role"],
    ["legal", "COLLABORATOR", "only_legal_representatives_give_this_role"],
  ] as const)("%s is not made %s by an administrator (USR-4, USR-13)", async (who, role, word) => {
    expect(await refusal(change(who, role, {}, administrator))).toContain(word);
    expect((await member(who))?.version).toBe(1);
  });

  it("above the actor is not touched, not even their preferences (USR-13)", async () => {
    const word = await refusal(tell("legal", { remindersBySms: "on" }, administrator));
    expect(word).toEqual(["ranks_above_you"]);
  });

  it("outside never has the billing right: it goes with the role, whatever the form says (USR-7)", async () => {
    await change("withBilling", "EXTERNAL", { billingRight: "on" });
    expect(await member("withBilling")).toMatchObject({ role: "EXTERNAL", billingRight: false });
    expect((await mails()).map(({ text }) => text)).toEqual([expect.stringContaining("Billing right")]);
    expect(await entries()).toMatchObject([
      { before: { billingRight: true }, after: { billingRight: false } },
    ]);
  });

  it("is told, and on record, with what the role decides about the billing right (USR-7, USR-10)", async () => {
    await change("withBilling", "ADMINISTRATOR");
    await change("somebody", "ADMINISTRATOR");
    await change("administrator", "COLLABORATOR");
    expect((await mails()).map(({ to, text }) => [to, /Billing right: (.*)/.exec(text)?.[1]])).toEqual([
      ["withbilling@nord.example", undefined],
      ["somebody@nord.example", expect.stringMatching(/off → \S*on/)],
      ["administrator@nord.example", expect.stringMatching(/on → \S*off/)],
    ]);
    expect(await entries()).toMatchObject([
      { before: { billingRight: true }, after: { billingRight: true } },
      { before: { billingRight: false }, after: { billingRight: true } },
      { before: { billingRight: true }, after: { billingRight: false } },
    ]);
  });

  it.each([
    { role: "OWNER" },
    { role: "legal_representative" },
    { role: ["ADMINISTRATOR"] },
    { version: "x" },
  ])("is refused as malformed with %j", async (odd) => {
    expect(await failureOf(change("somebody", "EXTERNAL", odd))).toBeInstanceOf(InvalidInput);
  });

  it("cannot be moved, freed of their end or made staff by further fields of the form", async () => {
    const more = { organizationId: "x", userId: house.people.legal, endedAt: null, staffSince: "2020-01-01" };
    await change("somebody", "EXTERNAL", more);
    const [row] = await asOwner(
      `SELECT m."userId", u."staffSince" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE m."id" = $1`,
      [house.members.somebody],
    );
    expect(row).toEqual({ userId: house.people.somebody, staffSince: null });
  });

  it("asks for the password again where the role is a great one, and only there", async () => {
    setNow(new Date(Date.now() + 16 * 60 * 1_000));
    expect(await failureOf(change("somebody", "ADMINISTRATOR"))).toBeInstanceOf(ConfirmationNeeded);
    expect(await failureOf(change("somebody", "LEGAL_REPRESENTATIVE"))).toBeInstanceOf(ConfirmationNeeded);
    expect(await failureOf(change("otherLegal", "COLLABORATOR"))).toBeInstanceOf(ConfirmationNeeded);
    expect((await member("somebody"))?.version).toBe(1);
    expect(await failureOf(change("somebody", "EXTERNAL"))).toBeUndefined();
  });
});

describe("the last legal representative (USR-5)", () => {
  beforeEach(() => remove("otherLegal"));

  it("neither steps down nor is demoted", async () => {
    expect(await refusal(change("legal", "ADMINISTRATOR"))).toContain("last_legal_representative");
    expect(await member("legal")).toMatchObject({ role: "LEGAL_REPRESENTATIVE", version: 1 });
  });

  it("does not remove themselves", async () => {
    expect(await refusal(remove("legal"))).toContain("leave_instead");
  });

  it("keeps receiving reminders in one way or the other (USR-6)", async () => {
    const none = { remindersByEmail: "", remindersBySms: "" };
    expect(await refusal(tell("legal", none))).toEqual(["keeps_receiving_reminders"]);
    expect(await refusal(tell("legal", { ...none, remindersBySms: "on" }))).toEqual([]);
  });
});

describe("one of several legal representatives", () => {
  it("goes without reminders only while another receives them (USR-6)", async () => {
    const none = { remindersByEmail: "", remindersBySms: "" };
    expect(await refusal(tell("legal", none))).toEqual([]);
    expect(await refusal(tell("otherLegal", none))).toEqual(["keeps_receiving_reminders"]);
    expect(await refusal(remove("otherLegal"))).toEqual(["keeps_receiving_reminders"]);
  });

  it("is removed by another, with a record and a mail", async () => {
    await remove("otherLegal");
    expect(await member("otherLegal")).toMatchObject({
      endedAt: expect.any(Date),
      endedById: house.people.legal,
    });
    expect(await mails()).toMatchObject([{ template: "memberRemoved", to: "otherlegal@nord.example" }]);
  });
});

describe("a removed member", () => {
  it("has no reach any more with the session they have, and keeps their account (USR-12)", async () => {
    const collaborator = await signedIn(house.people.collaborator, house.slug);
    expect(await failureOf(overview.execute(collaborator, {}))).toBeUndefined();
    await remove("collaborator");
    expect(await failureOf(overview.execute(collaborator, {}))).toBeInstanceOf(NotFound);
    expect(await failureOf(shell.execute(collaborator, {}))).toBeInstanceOf(NotFound);
    expect(await asOwner(`SELECT 1 FROM "User" WHERE "id" = $1`, [house.people.collaborator])).toHaveLength(
      1,
    );
    expect(
      await asOwner(`SELECT 1 FROM "Session" WHERE "userId" = $1 AND "revokedAt" IS NULL`, [
        house.people.collaborator,
      ]),
    ).toHaveLength(1);
  });

  it("is not there a second time", async () => {
    await remove("somebody");
    expect(await failureOf(remove("somebody"))).toBeInstanceOf(NotFound);
    expect(await failureOf(change("somebody", "EXTERNAL"))).toBeInstanceOf(NotFound);
    expect(await mails()).toHaveLength(1);
  });

  it("may have been changed since: then nobody is removed", async () => {
    await change("somebody", "EXTERNAL");
    expect(await refusal(remove("somebody"))).toEqual(["effect_changed"]);
  });

  it("ranks at most as high as the actor (USR-3, USR-13)", async () => {
    expect(await refusal(remove("legal", administrator))).toEqual(["ranks_above_you"]);
    expect(await refusal(remove("external", administrator))).toEqual([]);
    const withBilling = await signedIn(house.people.withBilling, house.slug);
    expect(await failureOf(remove("somebody", withBilling))).toBeInstanceOf(Denied);
  });
});

describe("several at once", () => {
  it("each get an answer of their own, and those who can be are removed", async () => {
    const who = ["somebody", "external", "legal"] as const;
    const { items } = await removeMembers.execute(legal, {
      id: who.map((name) => house.members[name]),
      seal: [house.seals.somebody, "another", house.seals.legal],
    });
    expect(items.map(({ refusals }) => refusals)).toEqual([[], ["effect_changed"], ["leave_instead"]]);
    expect(await entries()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it("never take the last legal representative along (USR-5)", async () => {
    await change("administrator", "LEGAL_REPRESENTATIVE");
    const acting = await signedIn(house.people.administrator, house.slug);
    await removeMembers.execute(acting, {
      id: [house.members.legal, house.members.otherLegal],
      seal: [house.seals.legal, house.seals.otherLegal],
    });
    const [row] = await asOwner(`SELECT "legalRepresentatives" FROM "Organization" WHERE "id" = $1`, [
      house.id,
    ]);
    expect(row).toEqual({ legalRepresentatives: 1 });
  });

  it.each([
    [{ id: [], seal: [] }],
    [{ id: ["x"], seal: ["another"] }],
    [
      {
        id: Array.from({ length: 501 }, () => "00000000-0000-4000-8000-000000000000"),
        seal: Array(501).fill("another"),
      },
    ],
    [{}],
  ])("are refused as malformed: %#", async (input) => {
    expect(await failureOf(removeMembers.execute(legal, input))).toBeInstanceOf(InvalidInput);
  });
});

describe("a replaced legal representative (USR-4, USR-5)", () => {
  it("hands over and stays in the chosen role: one record, a mail to each", async () => {
    expect(await replace("administrator", "COLLABORATOR")).toMatchObject({ steppedOut: false });
    expect((await member("legal"))?.role).toBe("COLLABORATOR");
    expect((await member("administrator"))?.role).toBe("LEGAL_REPRESENTATIVE");
    expect(await entries()).toMatchObject([
      {
        action: "legalRepresentative.replaced",
        after: { legalRepresentative: "administrator of nord", formerBecomes: "COLLABORATOR" },
      },
    ]);
    expect((await mails()).map(({ template, to }) => [template, to])).toEqual([
      ["rightsChanged", "administrator@nord.example"],
      ["rightsChanged", "legal@nord.example"],
    ]);
  });

  it("hands over as the last one, and leaves", async () => {
    await remove("otherLegal");
    expect(await replace("somebody", "REMOVED")).toMatchObject({ steppedOut: true });
    expect(await failureOf(overview.execute(legal, {}))).toBeInstanceOf(NotFound);
    const [row] = await asOwner(`SELECT "legalRepresentatives" FROM "Organization" WHERE "id" = $1`, [
      house.id,
    ]);
    expect(row).toEqual({ legalRepresentatives: 1 });
  });

  it("is somebody who is one, and not the same person", async () => {
    expect(await refusal(replace("legal", "COLLABORATOR"))).toEqual(["choose_somebody_else"]);
    expect(await refusal(replace("somebody", "COLLABORATOR", legal, "administrator"))).toEqual([
      "not_a_legal_representative",
    ]);
    expect(await failureOf(replace("somebody", "LEGAL_REPRESENTATIVE"))).toBeInstanceOf(InvalidInput);
  });

  it("hands over to nobody outside, who is not offered and not taken either", async () => {
    const { otherLegal: id, external: successor } = house.members;
    const { next, candidates } = await listSuccessors.execute(legal, { id, successor });
    expect([next, candidates.map(({ role }) => role)]).toEqual([
      null,
      ["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", ...Array(3).fill("COLLABORATOR")],
    ]);
    const rows = await SavedRows.take();
    expect(await refusal(replace("external", "COLLABORATOR"))).toEqual(["externals_do_not_take_over"]);
    expect(await rows.changedTables()).toEqual([]);
  });

  it("is replaced by legal representatives alone", async () => {
    expect(await failureOf(replace("somebody", "REMOVED", administrator))).toBeInstanceOf(Denied);
  });
});

describe("a partner (PART-16, PART-17)", () => {
  const partner = async (access: "LIMITED" | "FULL") => {
    const agency = await buildAgency(`agency-${access.toLowerCase()}`, house.id, access);
    return signedIn(agency.legal, house.slug);
  };

  it("acts on record with both organizations", async () => {
    const acting = await partner("LIMITED");
    await change("somebody", "EXTERNAL", {}, acting);
    expect(await entries()).toMatchObject([
      { actorName: "legal of agency-limited", onBehalfOfName: "Agency agency-limited" },
    ]);
  });

  it.each(["LIMITED", "FULL"] as const)(
    "with %s access never touches legal representatives",
    async (access) => {
      const acting = await partner(access);
      const word = ["partners_never_touch_this_role"];
      expect(await refusal(change("otherLegal", "COLLABORATOR", {}, acting))).toEqual(word);
      expect(await refusal(change("somebody", "LEGAL_REPRESENTATIVE", {}, acting))).toEqual(word);
      expect(await refusal(remove("otherLegal", acting))).toEqual(word);
      expect(await failureOf(replace("somebody", "REMOVED", acting))).toBeInstanceOf(Denied);
    },
  );

  it("with limited access never touches administrators nor the billing right", async () => {
    const acting = await partner("LIMITED");
    expect(await refusal(change("somebody", "ADMINISTRATOR", {}, acting))).toEqual([
      "partners_never_touch_this_role",
    ]);
    expect(await refusal(change("administrator", "EXTERNAL", {}, acting))).toEqual([
      "partners_never_touch_this_role",
    ]);
    expect(await refusal(remove("administrator", acting))).toEqual(["partners_never_touch_this_role"]);
    expect(await refusal(change("somebody", "COLLABORATOR", { billingRight: "on" }, acting))).toEqual([
      "partners_never_give_billing",
    ]);
    expect(await refusal(change("withBilling", "EXTERNAL", {}, acting))).toEqual([
      "partners_never_give_billing",
    ]);
  });

  it("with full access gives administrator and the billing right", async () => {
    const acting = await partner("FULL");
    expect(await refusal(change("somebody", "ADMINISTRATOR", {}, acting))).toEqual([]);
    expect(await refusal(change("collaborator", "COLLABORATOR", { billingRight: "on" }, acting))).toEqual([]);
  });

  it("has no reach any more the moment the partnership ends", async () => {
    const acting = await partner("FULL");
    await asOwner(`UPDATE "Partnership" SET "endedAt" = now()`);
    expect(await failureOf(remove("somebody", acting))).toBeInstanceOf(NotFound);
  });
});
