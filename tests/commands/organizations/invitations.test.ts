import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation } from "@/lib/domain/organizations/commands/acceptInvitation";
import { joinAsNewcomer } from "@/lib/domain/organizations/commands/joinAsNewcomer";
import { refuseInvitation } from "@/lib/domain/organizations/commands/refuseInvitation";
import { resendInvitations } from "@/lib/domain/organizations/commands/resendInvitations";
import { revokeInvitations } from "@/lib/domain/organizations/commands/revokeInvitations";
import { listOrganizations } from "@/lib/domain/organizations/queries/listOrganizations";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { showInvitation } from "@/lib/domain/organizations/queries/showInvitation";
import { Denied, InvalidInput, NotFound, NotSignedIn } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { setNow } from "@/lib/platform/clock";
import { openSession } from "@/lib/platform/session";
import { newToken } from "@/lib/platform/tokens";
import { anonymous, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { addressIn, buildAgency, buildHouse, type House, insertInvitation } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";

/** Answering, sending again and revoking invitations (ORG-1, ORG-5, USR-8, USR-9). */

let house: House;
let legal: Caller;
let invited: Caller;

beforeEach(async () => {
  house = await buildHouse("nord");
  legal = await signedIn(house.people.legal, house.slug);
  invited = await signedIn(house.people.invited);
});
afterEach(() => setNow(null));

const accept = (token = house.invitation.token, caller = invited) =>
  acceptInvitation.execute(caller, { token });
const refuse = (token = house.invitation.token, caller = anonymous()) =>
  refuseInvitation.execute(caller, { token });
const resend = (id = house.invitation.id, caller = legal) => resendInvitations.execute(caller, { id: [id] });
const revoke = (id = house.invitation.id, caller = legal) => revokeInvitations.execute(caller, { id: [id] });
const NEWCOMER = {
  firstName: "Nora",
  lastName: "Berg",
  password: "slow boats over 7 quiet rivers",
  locale: "fr",
  terms: "on",
};
const join = (token = house.newcomer.token, more: object = {}) =>
  joinAsNewcomer.execute(anonymous(), { token, ...NEWCOMER, ...more });
const status = async (id = house.invitation.id) =>
  (await asOwner<{ status: string }>(`SELECT "status" FROM "Invitation" WHERE "id" = $1`, [id]))[0]?.status;
const mails = () =>
  asOwner<{ template: string; to: string; text: string; locale: string }>(
    `SELECT "template", "toAddress" AS "to", "text", "locale" FROM "OutboxMail"`,
  );
const entries = () =>
  asOwner<{ action: string; actorName: string }>(
    `SELECT "action", "actorName", "organizationId" FROM "AuditEntry" WHERE "requestId" <> 'staged' ORDER BY "id"`,
  );
const linkIn = (text: string | undefined) => text?.match(/\/invite\/([\w-]{43})/)?.[1] ?? "";
const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1_000);

describe("an invitation that is accepted", () => {
  it("gives the place that was offered, a record, and word to the inviter (ORG-1, USR-8)", async () => {
    await insertInvitation(house, "x", { email: addressIn("nord", "former"), billing: true });
    expect(await accept()).toEqual({ organization: house.slug });
    const [place] = await asOwner(
      `SELECT "role", "billingRight" FROM "Membership" WHERE "userId" = $1 AND "endedAt" IS NULL`,
      [house.people.invited],
    );
    expect(place).toEqual({ role: "COLLABORATOR", billingRight: false });
    expect(await status()).toBe("ACCEPTED");
    expect(await entries()).toEqual([
      { action: "invitation.accepted", actorName: "invited of nord", organizationId: house.id },
    ]);
    expect((await mails()).map(({ template, to }) => [template, to])).toEqual([
      ["invitationAccepted", "legal@nord.example"],
    ]);
  });

  it("lets the same login into the organization at once, beside all others (ORG-5)", async () => {
    const other = await buildHouse("sud");
    const second = await insertInvitation(other, "x", { email: addressIn("nord", "invited") });
    await accept();
    await accept(second.token);
    const { organizations } = await listOrganizations.execute(invited, {});
    expect(organizations.map(({ slug }) => slug)).toEqual([house.slug, other.slug]);
    expect(await failureOf(overview.execute({ ...invited, organization: house.slug }, {}))).toBeUndefined();
  });

  it("is used up", async () => {
    await accept();
    expect(await refusal(accept())).toContain("invitation_not_open");
    expect(await refusal(refuse())).toEqual(["invitation_not_open"]);
    expect(await refusal(revoke())).toEqual(["invitation_not_open"]);
    expect(await refusal(resend())).toEqual(["invitation_not_open"]);
    expect(await mails()).toHaveLength(1);
  });

  it("is the invited address's, whoever holds the link (USR-9)", async () => {
    const somebodyElse = await signedIn(house.people.former);
    expect(await refusal(accept(house.invitation.token, somebodyElse))).toEqual([
      "invitation_for_another_address",
    ]);
    expect(await failureOf(accept(house.invitation.token, anonymous()))).toBeInstanceOf(NotSignedIn);
    expect(await status()).toBe("PENDING");
  });

  it("is not for those who are members already", async () => {
    const again = await insertInvitation(house, "x", { email: addressIn("nord", "collaborator") });
    const collaborator = await signedIn(house.people.collaborator);
    expect(await refusal(accept(again.token, collaborator))).toEqual(["already_a_member"]);
  });

  it("tells the legal representatives when the inviter has left", async () => {
    await asOwner(`UPDATE "Membership" SET "endedAt" = now() WHERE "id" = $1`, [house.members.legal]);
    await accept();
    expect((await mails()).map(({ to }) => to)).toEqual(["otherlegal@nord.example"]);
  });

  it("gives what was offered, whatever the form says", async () => {
    const more = { role: "LEGAL_REPRESENTATIVE", billingRight: "on", organizationId: "x", verified: "true" };
    await acceptInvitation.execute(invited, { token: house.invitation.token, ...more });
    const [place] = await asOwner(
      `SELECT "role", "billingRight" FROM "Membership" WHERE "userId" = $1 AND "endedAt" IS NULL`,
      [house.people.invited],
    );
    expect(place).toEqual({ role: "COLLABORATOR", billingRight: false });
  });
});

describe("an invitation that lapsed", () => {
  it("is expired by the clock alone, to the second (USR-9)", async () => {
    const [row] = await asOwner<{ expiresAt: Date }>(`SELECT "expiresAt" FROM "Invitation" WHERE "id" = $1`, [
      house.invitation.id,
    ]);
    const end = row?.expiresAt.getTime() ?? 0;
    await asOwner(`UPDATE "Session" SET "idleExpiresAt" = $1, "expiresAt" = $1`, [days(100)]);
    setNow(new Date(end));
    expect((await showInvitation.execute(anonymous(), { token: house.invitation.token })).state).toBe(
      "expired",
    );
    expect(await refusal(accept())).toContain("invitation_expired");
    expect(await status()).toBe("PENDING");
    setNow(new Date(end - 1_000));
    expect(await refusal(accept())).toEqual([]);
  });

  it("can be sent again: thirty new days", async () => {
    await asOwner(`UPDATE "Session" SET "idleExpiresAt" = $1, "expiresAt" = $1`, [days(100)]);
    setNow(days(40));
    await resend();
    const [mail] = await mails();
    expect(await refusal(accept(linkIn(mail?.text)))).toEqual([]);
  });
});

describe("an invitation that is sent again", () => {
  it("has a new link, and the old one is dead (USR-9)", async () => {
    await resend();
    const [mail] = await mails();
    expect(mail).toMatchObject({ template: "invitation", to: house.invitation.email });
    const fresh = linkIn(mail?.text);
    expect(fresh).not.toBe(house.invitation.token);
    for (const call of [
      () => accept(),
      () => refuse(),
      () => showInvitation.execute(anonymous(), { token: house.invitation.token }),
    ])
      expect(await failureOf(call())).toBeInstanceOf(NotFound);
    expect(await refusal(accept(fresh))).toEqual([]);
    expect((await entries()).map(({ action }) => action)).toEqual([
      "invitation.resent",
      "invitation.accepted",
    ]);
  });
});

describe("an invitation that is revoked", () => {
  it("is dead at once, with a record and no mail (USR-9)", async () => {
    await revoke();
    expect(await status()).toBe("REVOKED");
    expect(await refusal(accept())).toContain("invitation_not_open");
    expect(await failureOf(join(house.invitation.token))).toBeDefined();
    expect(
      await failureOf(showInvitation.execute(anonymous(), { token: house.invitation.token })),
    ).toBeInstanceOf(NotFound);
    expect(await entries()).toMatchObject([{ action: "invitation.revoked" }]);
    expect(await mails()).toEqual([]);
  });

  it("makes room for another to the same address", async () => {
    await revoke();
    const again = await insertInvitation(house, "invited");
    expect(await refusal(accept(again.token))).toEqual([]);
  });
});

describe("an invitation that is refused", () => {
  it("by whoever holds the link, with word to the inviter (USR-9)", async () => {
    expect(await refuse()).toEqual({ organization: "House nord" });
    expect(await status()).toBe("REFUSED");
    expect(await entries()).toEqual([
      { action: "invitation.refused", actorName: house.invitation.email, organizationId: house.id },
    ]);
    expect((await mails()).map(({ template, to }) => [template, to])).toEqual([
      ["invitationRefused", "legal@nord.example"],
    ]);
    expect(await refusal(accept())).toContain("invitation_not_open");
  });
});

describe("a link", () => {
  it.each(["", "x", newToken(), `${"a".repeat(201)}`, "\u0000", "' OR 1=1 --", "../..", "😀"])(
    "that is none (%j) is not found or malformed",
    async (token) => {
      for (const call of [accept, refuse, join]) {
        const failure = await failureOf(call(token));
        expect(failure instanceof NotFound || failure instanceof InvalidInput).toBe(true);
      }
    },
  );

  it("of another organization opens that one and no other", async () => {
    const other = await buildHouse("sud");
    expect((await showInvitation.execute(invited, { token: other.invitation.token })).organization.slug).toBe(
      other.slug,
    );
    expect(await refusal(accept(other.invitation.token))).toEqual(["invitation_for_another_address"]);
    const itsLegal = await signedIn(other.people.legal, other.slug);
    expect(await failureOf(resend(house.invitation.id, itsLegal))).toBeInstanceOf(NotFound);
    expect(await failureOf(revoke(house.invitation.id, itsLegal))).toBeInstanceOf(NotFound);
  });

  it("beside ids of another organization acts on one's own alone", async () => {
    const other = await buildHouse("sud");
    const { items } = await revokeInvitations.execute(legal, {
      id: [other.invitation.id, house.invitation.id],
    });
    expect(items.map(({ name, refusals }) => [name, refusals])).toEqual([
      ["", ["no_longer_there"]],
      [house.invitation.email, []],
    ]);
    expect([await status(other.invitation.id), await status()]).toEqual(["PENDING", "REVOKED"]);
  });
});

describe("a newcomer", () => {
  it("gets an account with the invited address and joins that organization only (ORG-1, USR-8)", async () => {
    const { organization, ticket } = await join();
    expect(organization).toBe(house.slug);
    const [user] = await asOwner<{ id: string }>(
      `SELECT "id", "email", "firstName", "locale", "staffSince" FROM "User" WHERE "email" = $1`,
      [house.newcomer.email],
    );
    expect(user).toMatchObject({
      email: house.newcomer.email,
      firstName: "Nora",
      locale: "fr",
      staffSince: null,
    });
    const places = await asOwner(`SELECT "organizationId", "role" FROM "Membership" WHERE "userId" = $1`, [
      user?.id,
    ]);
    expect(places).toEqual([{ organizationId: house.id, role: "COLLABORATOR" }]);
    expect((await entries()).map(({ action }) => action)).toEqual(["account.opened", "invitation.accepted"]);
    const session = await openSession(ticket, { userAgent: "test", addressPrefix: "" });
    const caller = { ...anonymous(house.slug), sessionToken: session?.value ?? null };
    expect(await failureOf(overview.execute(caller, {}))).toBeUndefined();
  });

  it("cannot take another address, role or organization by the form", async () => {
    const more = { email: "boss@elsewhere.example", role: "ADMINISTRATOR", staffSince: "2020-01-01" };
    await join(house.newcomer.token, more);
    const rows = await asOwner(
      `SELECT u."email", u."staffSince", m."role" FROM "User" u JOIN "Membership" m ON m."userId" = u."id"
       WHERE u."firstName" = 'Nora'`,
    );
    expect(rows).toEqual([{ email: house.newcomer.email, staffSince: null, role: "COLLABORATOR" }]);
  });

  it("whose address has an account is asked to sign in instead, and nothing is changed", async () => {
    expect(await refusal(join(house.invitation.token))).toEqual(["address_has_an_account"]);
    expect(await status()).toBe("PENDING");
  });

  it("with a password that will not do keeps the link", async () => {
    const failure = await failureOf(join(house.newcomer.token, { password: "short" }));
    expect(failure).toBeInstanceOf(InvalidInput);
    expect(await refusal(join())).toEqual([]);
  });

  it.each([
    ["300 characters", "x".repeat(300)],
    ["a line break", "Nora\r\nBcc: all@elsewhere.example"],
    ["a sign that turns the text", "Nora\u202eareB"],
    ["nothing to see", "\u200b"],
  ])("is not called by %s", async (_, firstName) => {
    expect(await failureOf(join(house.newcomer.token, { firstName }))).toBeInstanceOf(InvalidInput);
    expect(await status(house.newcomer.id)).toBe("PENDING");
  });

  it.each([
    "=cmd|'/c calc'!A1",
    "👩‍🚀 Zoë",
    "שרה",
    "محمد",
    "Đặng",
    "O'Neill-Łukasz",
    '<b onclick="x">',
    "x".repeat(128),
  ])("may be called %s, and is written to without harm", async (firstName) => {
    await join(house.newcomer.token, { firstName });
    const [mail] = await asOwner<{ subject: string; html: string }>(
      `SELECT "subject", "html" FROM "OutboxMail"`,
    );
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toContain("<b onclick");
    expect((await entries())[0]?.actorName).toBe(`${firstName.normalize("NFC")} Berg`);
  });
});

describe("who may send again and revoke", () => {
  const asked = (role: string, billing = false) =>
    insertInvitation(house, "x", { role, billing, email: `${role.toLowerCase()}@elsewhere.example` });

  it("an administrator not what a legal representative alone gives (USR-4)", async () => {
    const administrator = await signedIn(house.people.administrator, house.slug);
    const { id } = await asked("LEGAL_REPRESENTATIVE");
    const words = ["only_legal_representatives_give_this_role"];
    expect(await refusal(resend(id, administrator))).toEqual(words);
    expect(await refusal(revoke(id, administrator))).toEqual(words);
    expect(await refusal(resend((await asked("ADMINISTRATOR")).id, administrator))).toEqual([]);
  });

  it("a limited partner neither administrators' nor those with the billing right (PART-17)", async () => {
    const agency = await buildAgency("boreale", house.id, "LIMITED");
    const partner = await signedIn(agency.legal, house.slug);
    expect(await refusal(resend((await asked("ADMINISTRATOR")).id, partner))).toEqual([
      "partners_never_touch_this_role",
    ]);
    expect(await refusal(revoke((await asked("COLLABORATOR", true)).id, partner))).toEqual([
      "partners_never_give_billing",
    ]);
    expect(await refusal(revoke((await asked("EXTERNAL")).id, partner))).toEqual([]);
  });

  it("no collaborator (USR-3)", async () => {
    const collaborator = await signedIn(house.people.withBilling, house.slug);
    expect(await failureOf(resend(house.invitation.id, collaborator))).toBeInstanceOf(Denied);
    expect(await failureOf(revoke(house.invitation.id, collaborator))).toBeInstanceOf(Denied);
  });
});
