import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestPasswordReset } from "@/lib/domain/identity/commands/requestPasswordReset";
import { resetPassword } from "@/lib/domain/identity/commands/resetPassword";
import { signIn } from "@/lib/domain/identity/commands/signIn";
import { presence } from "@/lib/domain/identity/queries/presence";
import { resetLink } from "@/lib/domain/identity/queries/resetLink";
import { addMinutes, addSeconds } from "@/lib/kernel/dates";
import { InvalidInput, Refused, Throttled } from "@/lib/kernel/failures";
import { setNow } from "@/lib/platform/clock";
import { openSession } from "@/lib/platform/session";
import { cast, PASSWORD } from "@/prisma/cast";
import type { World } from "@/prisma/stage";
import { anonymous, onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";

const START = new Date("2026-11-22T09:00:00Z");
const NEW = "another ocean of figs";
const dead = new Refused(["link_used_or_expired"]);

let world: World;
beforeEach(async () => {
  setNow(START);
  world = await onStage();
});
afterEach(() => setNow(null));

const mails = (template: string) =>
  asOwner<{ toAddress: string; text: string; html: string; locale: string }>(
    `SELECT "toAddress", "text", "html", "locale" FROM "OutboxMail" WHERE "template" = $1 ORDER BY "createdAt"`,
    [template],
  );

/** Asks for a link and takes it out of the mail. */
async function link(email: string = cast.claire.email): Promise<string> {
  await requestPasswordReset.execute(anonymous(), { email });
  return /reset-password\/([\w-]+)/.exec((await mails("passwordReset")).at(-1)?.text ?? "")?.[1] ?? "";
}

const reset = (token: string, password = NEW) => resetPassword.execute(anonymous(), { token, password });
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown) => thrown,
  );

describe("asking for a link", () => {
  it("sends it by mail, from the configured address and in the user's language; only its hash is kept", async () => {
    const token = await link(cast.felix.email);
    const [mail] = await mails("passwordReset");
    expect(mail).toMatchObject({ toAddress: cast.felix.email, locale: "fr" });
    expect(mail?.text).toContain(`http://localhost:3000/reset-password/${token}`);
    const hosts = `${mail?.text} ${mail?.html}`.match(/https?:\/\/[^/\s"<]+/g);
    expect(new Set(hosts)).toEqual(new Set(["http://localhost:3000"]));
    const [row] = await asOwner<{ hash: string }>(
      `SELECT encode("tokenHash", 'escape') AS hash FROM "PasswordReset"`,
    );
    expect(row?.hash).not.toContain(token);
  });

  it("says the same to an unknown address, as late, and writes nothing for it", async () => {
    const ask = async (email: string) => {
      const began = performance.now();
      const answer = await requestPasswordReset.execute(anonymous(), { email });
      return { answer, time: performance.now() - began };
    };
    const unknown = await ask("nobody@example.com");
    expect(await mails("passwordReset")).toEqual([]);
    expect(await asOwner(`SELECT 1 FROM "AuditEntry"`)).toEqual([]);
    const known = await ask(cast.claire.email);
    expect(unknown.answer).toEqual(known.answer);
    // Timers count whole milliseconds.
    expect(Math.min(unknown.time, known.time)).toBeGreaterThan(298);
  });

  it("is throttled for a known and an unknown address alike, and does not touch signing in", async () => {
    for (const email of [cast.claire.email, "nobody@example.com"]) {
      const outcomes = [];
      for (let attempt = 0; attempt < 6; attempt++)
        outcomes.push(await failure(requestPasswordReset.execute(anonymous(), { email })));
      expect(outcomes).toEqual([null, null, null, null, null, new Throttled(15)]);
    }
    expect(await mails("passwordReset")).toHaveLength(5);
    await signIn.execute(anonymous(), { email: cast.claire.email, password: PASSWORD });
  });
});

describe("a link", () => {
  it("sets the password, once", async () => {
    const token = await link();
    expect(await resetLink.execute(anonymous(), { token })).toEqual({ good: true });
    await reset(token);
    await signIn.execute(anonymous(), { email: cast.claire.email, password: NEW });
    expect(await resetLink.execute(anonymous(), { token })).toEqual({ good: false });
    expect(await failure(reset(token, "yet another ocean of figs"))).toEqual(dead);
    const old = { email: cast.claire.email, password: PASSWORD };
    expect(await failure(signIn.execute(anonymous(), old))).toEqual(new Refused(["wrong_credentials"]));
  });

  it("sets its owner's password and nobody else's, whatever else the form says", async () => {
    const token = await link();
    const hashes = () =>
      asOwner(`SELECT "id", "passwordHash" FROM "User" WHERE "id" <> $1 ORDER BY "id"`, [
        world.people.claire,
      ]);
    const before = await hashes();
    await resetPassword.execute(anonymous(), {
      token,
      password: NEW,
      email: cast.marco.email,
      userId: world.people.marco,
    });
    expect(await hashes()).toEqual(before);
  });

  it("is dead after 30 minutes, whether or not anybody swept", async () => {
    const token = await link();
    setNow(addSeconds(addMinutes(START, 30), -1));
    expect(await resetLink.execute(anonymous(), { token })).toEqual({ good: true });
    setNow(addMinutes(START, 30));
    expect(await resetLink.execute(anonymous(), { token })).toEqual({ good: false });
    expect(await failure(reset(token))).toEqual(dead);
  });

  it("is killed by a newer one", async () => {
    const older = await link();
    setNow(addSeconds(START, 1));
    const newer = await link();
    expect(await failure(reset(older))).toEqual(dead);
    await reset(newer);
  });

  it.each(["unknown", "../../x", "x".repeat(200)])("that was never sent (%j) does nothing", async (token) =>
    expect(await failure(reset(token))).toEqual(dead),
  );

  it("stays good when the password will not do", async () => {
    const token = await link();
    expect(await failure(reset(token, "too short"))).toBeInstanceOf(InvalidInput);
    expect(await failure(reset(token, "claire fontaine lives here"))).toEqual(
      new Refused(["password_contains_you"], "password"),
    );
    await reset(token);
  });
});

describe("a new password", () => {
  it("ends every session and every sign-in under way, and signs nobody in", async () => {
    const sessions = [await signedIn(world.people.claire), await signedIn(world.people.claire)];
    const marco = await signedIn(world.people.marco);
    const given = { email: cast.claire.email, password: PASSWORD };
    const { ticket } = await signIn.execute(anonymous(), given);
    await reset(await link());
    for (const session of sessions) expect(await presence.execute(session, {})).toEqual({ signedIn: false });
    expect(await openSession(ticket, anonymous())).toBeNull();
    expect(await presence.execute(marco, {})).toEqual({ signedIn: true });
    const living = await asOwner(`SELECT "userId" FROM "Session" WHERE "revokedAt" IS NULL`);
    expect(living).toEqual([{ userId: world.people.marco }]);
  });

  it("is told to its owner, and stands in the record", async () => {
    await reset(await link());
    expect(await mails("passwordChanged")).toMatchObject([{ toAddress: cast.claire.email }]);
    const entries = await asOwner(`SELECT "action", "actorUserId" FROM "AuditEntry" ORDER BY "id"`);
    expect(entries).toEqual([
      { action: "password.requested", actorUserId: null },
      { action: "password.changed", actorUserId: world.people.claire },
    ]);
  });

  it("may be used at once by somebody whom wrong tries had locked out", async () => {
    for (let attempt = 0; attempt < 6; attempt++)
      await failure(signIn.execute(anonymous(), { email: cast.claire.email, password: "wrong" }));
    await reset(await link());
    await signIn.execute(anonymous(), { email: cast.claire.email, password: NEW });
  });
});
