import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation } from "@/lib/domain/organizations/commands/acceptInvitation";
import { joinAsNewcomer } from "@/lib/domain/organizations/commands/joinAsNewcomer";
import { refuseInvitation } from "@/lib/domain/organizations/commands/refuseInvitation";
import { invitedAddress } from "@/lib/domain/organizations/queries/invitedAddress";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { showInvitation } from "@/lib/domain/organizations/queries/showInvitation";
import { addDays } from "@/lib/kernel/dates";
import { InvalidInput, NotFound, NotSignedIn, Refused } from "@/lib/kernel/failures";
import { now, setNow } from "@/lib/platform/clock";
import { openSession } from "@/lib/platform/session";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { cast } from "@/prisma/cast";
import type { World } from "@/prisma/stage";
import { anonymous, onStage, signedIn } from "../../support/cast";
import { asOwner, testDatabase } from "../../support/database";

/** An invitation is shown, accepted, refused; with an account or by creating one (ORG-1, USR-8, USR-9). */

const LEA = "lea.martin@atelier-nord.example";
const newcomer = {
  firstName: "Léa",
  lastName: "Martin",
  password: "seven green lanterns drift",
  locale: "fr",
  terms: "on",
};

let world: World;
beforeEach(async () => {
  world = await onStage();
});
afterEach(() => setNow(null));

/** An open invitation into Atelier Nord, by Claire; returns its link's token. */
async function invited(email: string, over: { role?: string; billing?: boolean; status?: string } = {}) {
  const token = newToken();
  const { role = "COLLABORATOR", billing = false, status = "PENDING" } = over;
  await asOwner(
    `INSERT INTO "Invitation" ("id", "organizationId", "email", "role", "billingRight", "locale", "status", "tokenHash",
                               "invitedById", "invitedByName", "sentAt", "expiresAt")
     VALUES ($1, $2, $3, $4, $5, 'en', $6, $7, $8, 'Claire Fontaine', $9, $10)`,
    [
      randomUUID(),
      world.organizations.atelier.id,
      email,
      role,
      billing,
      status,
      hashToken(token),
      world.people.claire,
      now(),
      addDays(now(), 30),
    ],
  );
  return token;
}

const statuses = async () =>
  (await asOwner<{ status: string }>(`SELECT "status" FROM "Invitation"`)).map((row) => row.status);
const refusalOf = async (act: Promise<unknown>) => {
  const failure: unknown = await act.catch((reason: unknown) => reason);
  expect(failure).toBeInstanceOf(Refused);
  return (failure as Refused).words;
};

describe("the link shows", () => {
  it("who asks what, to somebody without an account", async () => {
    const token = await invited(LEA, { billing: true });
    expect(await showInvitation.execute(anonymous(), { token })).toMatchObject({
      person: null,
      organization: { name: "Atelier Nord SA" },
      invitedBy: "Claire Fontaine",
      email: LEA,
      role: "COLLABORATOR",
      billing: true,
      state: "pending",
      hasAccount: false,
      isMember: false,
    });
  });

  it.each([
    ["ADMINISTRATOR", true],
    ["EXTERNAL", false],
  ])("the billing right that comes with %s: %s (USR-7)", async (role, billing) => {
    const token = await invited(LEA, { role });
    expect(await showInvitation.execute(anonymous(), { token })).toMatchObject({ billing });
  });

  it("that there is an account, and who is signed in", async () => {
    const token = await invited(cast.victor.email);
    const claire = await signedIn(world.people.claire);
    expect(await showInvitation.execute(claire, { token })).toMatchObject({
      hasAccount: true,
      isMember: true,
      person: { email: cast.claire.email },
    });
  });

  it("nothing when it is unknown, or was taken back", async () => {
    const token = await invited(LEA, { status: "REVOKED" });
    for (const dead of [token, newToken(), "x", "\0"])
      await expect(showInvitation.execute(anonymous(), { token: dead })).rejects.toThrow();
    await expect(showInvitation.execute(anonymous(), { token })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("with an account", () => {
  it("the invited person accepts, is inside at once, and the inviter is told", async () => {
    const token = await invited(cast.victor.email, { role: "EXTERNAL" });
    const victor = await signedIn(world.people.victor, "atelier-nord-sa");
    await expect(overview.execute(victor, {})).rejects.toBeInstanceOf(NotFound);
    expect(await acceptInvitation.execute(victor, { token })).toEqual({ organization: "atelier-nord-sa" });
    await expect(overview.execute(victor, {})).resolves.toBeTruthy();
    expect(await statuses()).toEqual(["ACCEPTED"]);
    expect(await asOwner(`SELECT "template", "toAddress" FROM "OutboxMail"`)).toEqual([
      { template: "invitationAccepted", toAddress: cast.claire.email },
    ]);
    expect(await asOwner(`SELECT "action", "actorName" FROM "AuditEntry"`)).toEqual([
      { action: "invitation.accepted", actorName: "Victor Dumas" },
    ]);
  });

  it("the link works once", async () => {
    const token = await invited(cast.victor.email);
    const victor = await signedIn(world.people.victor);
    await acceptInvitation.execute(victor, { token });
    expect(await refusalOf(acceptInvitation.execute(victor, { token }))).toContain("invitation_not_open");
  });

  it("another account cannot, and nothing changes", async () => {
    const token = await invited(cast.victor.email);
    const felix = await signedIn(world.people.felix);
    expect(await refusalOf(acceptInvitation.execute(felix, { token }))).toEqual([
      "invitation_for_another_address",
    ]);
    expect(await statuses()).toEqual(["PENDING"]);
  });

  it("nobody can once it has expired, without any sweeper", async () => {
    const token = await invited(cast.victor.email);
    setNow(addDays(now(), 30));
    // The session would have ended by then: a new sign-in.
    const victor = await signedIn(world.people.victor);
    expect(await refusalOf(acceptInvitation.execute(victor, { token }))).toEqual(["invitation_expired"]);
  });

  it("nobody can without signing in", async () => {
    const token = await invited(cast.victor.email);
    await expect(acceptInvitation.execute(anonymous(), { token })).rejects.toBeInstanceOf(NotSignedIn);
  });
});

describe("without an account", () => {
  const join = (token: string, over: Record<string, string> = {}) =>
    joinAsNewcomer.execute(anonymous(), { token, ...newcomer, ...over });

  it("one is created with the invited address, and joins instead of founding (ORG-1)", async () => {
    const { organization, ticket } = await join(await invited(LEA), { email: "mallory@x.example" });
    expect(organization).toBe("atelier-nord-sa");
    expect(
      await asOwner(
        `SELECT u."email", u."locale", o."slug", m."role", u."termsAcceptedAt" IS NOT NULL AS "terms" FROM "User" u JOIN "Membership" m ON m."userId" = u."id"
         JOIN "Organization" o ON o."id" = m."organizationId" WHERE u."firstName" = 'Léa'`,
      ),
    ).toEqual([{ email: LEA, locale: "fr", slug: "atelier-nord-sa", role: "COLLABORATOR", terms: true }]);
    const session = await openSession(ticket, { userAgent: "test", addressPrefix: "192.0.2.0/24" });
    const caller = { ...anonymous("atelier-nord-sa"), sessionToken: session?.value ?? "" };
    await expect(overview.execute(caller, {})).resolves.toBeTruthy();
    expect(
      (await asOwner<{ action: string }>(`SELECT "action" FROM "AuditEntry" ORDER BY "action"`)).map(
        (row) => row.action,
      ),
    ).toEqual(["account.opened", "invitation.accepted"]);
  });

  it("an address that has an account is led to sign in", async () => {
    const token = await invited(cast.victor.email);
    expect(await refusalOf(join(token))).toEqual(["address_has_an_account"]);
    expect(await statuses()).toEqual(["PENDING"]);
  });

  it.each([
    ["password", { password: "too short" }],
    ["firstName", { firstName: " " }],
    ["lastName", { lastName: "x".repeat(129) }],
    ["locale", { locale: "xx" }],
    ["terms", { terms: "" }],
  ])("an unusable %s makes nothing", async (field, broken) => {
    const token = await invited(LEA);
    const failure: unknown = await join(token, broken).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(InvalidInput);
    expect(Object.keys((failure as InvalidInput).fields)).toEqual([field]);
    expect(await statuses()).toEqual(["PENDING"]);
    expect(await asOwner(`SELECT 1 FROM "User" WHERE "email" = $1`, [LEA])).toEqual([]);
  });

  it("keeps nobody waiting for the organization while the password is judged and hashed", async () => {
    const token = await invited(LEA);
    const other = new pg.Client({ connectionString: testDatabase().owner });
    await other.connect();
    try {
      await other.query("BEGIN");
      await other.query(`SELECT 1 FROM "Organization" WHERE "id" = $1 FOR UPDATE`, [
        world.organizations.atelier.id,
      ]);
      // Somebody else has the organization: the answer comes all the same.
      expect(await refusalOf(join(token, { password: "password password" }))).toEqual(["password_too_easy"]);
    } finally {
      await other.end();
    }
  });

  it("USR-9: an open link tells the sign-in page its address, and any other tells it nothing", async () => {
    const addressOf = async (token: string) => (await invitedAddress.execute(anonymous(), { token })).email;
    const token = await invited(LEA);
    expect(await addressOf(token)).toBe(LEA);
    expect(await addressOf("nowhere")).toBeNull();
    const revoked = await invited("other@atelier-nord.example", { status: "REVOKED" });
    expect(await addressOf(revoked)).toBeNull();
    setNow(addDays(now(), 31));
    expect(await addressOf(token)).toBeNull();
  });

  it("an expired link makes no account", async () => {
    const token = await invited(LEA);
    setNow(addDays(now(), 31));
    expect(await refusalOf(join(token))).toEqual(["invitation_expired"]);
  });
});

describe("refusing", () => {
  it("takes the link alone, kills it, and tells the inviter", async () => {
    const token = await invited(LEA);
    await refuseInvitation.execute(anonymous(), { token });
    expect(await statuses()).toEqual(["REFUSED"]);
    expect(await refusalOf(refuseInvitation.execute(anonymous(), { token }))).toEqual([
      "invitation_not_open",
    ]);
    expect(await refusalOf(joinAsNewcomer.execute(anonymous(), { token, ...newcomer }))).toEqual([
      "invitation_not_open",
    ]);
    expect(await asOwner(`SELECT "template", "toAddress" FROM "OutboxMail"`)).toEqual([
      { template: "invitationRefused", toAddress: cast.claire.email },
    ]);
    expect(await asOwner(`SELECT "action", "actorName", "actorUserId" FROM "AuditEntry"`)).toEqual([
      { action: "invitation.refused", actorName: LEA, actorUserId: null },
    ]);
  });

  it("tells the legal representatives where the inviter has gone", async () => {
    const token = await invited(LEA);
    await asOwner(`UPDATE "Invitation" SET "invitedById" = $1`, [world.people.victor]);
    await refuseInvitation.execute(anonymous(), { token });
    expect(await asOwner(`SELECT "toAddress" FROM "OutboxMail"`)).toEqual([{ toAddress: cast.claire.email }]);
  });
});
