import { verify } from "@node-rs/argon2";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signIn } from "@/lib/domain/identity/commands/signIn";
import { signOut } from "@/lib/domain/identity/commands/signOut";
import { signedInCookies } from "@/lib/domain/identity/cookies";
import { presence } from "@/lib/domain/identity/queries/presence";
import { issueTicket } from "@/lib/domain/identity/tickets";
import { addDays, addSeconds } from "@/lib/kernel/dates";
import { ActorChanged, Refused } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { setNow } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/database";
import { openSession } from "@/lib/platform/session";
import { sessionCookieName } from "@/lib/platform/sessionCookie";
import { cast, PASSWORD } from "@/prisma/cast";
import type { World } from "@/prisma/stage";
import { anonymous, onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";

// The same function, watched.
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

const START = new Date("2026-11-22T09:00:00Z");
const right = { email: cast.claire.email, password: PASSWORD };

let world: World;
beforeEach(async () => {
  setNow(START);
  world = await onStage();
});
afterEach(() => setNow(null));

const isSignedIn = async (caller: Caller) => (await presence.execute(caller, {})).signedIn;
const withSession = (caller: Caller, sessionToken: string): Caller => ({ ...caller, sessionToken });

/** Signs in as a browser does, and gives back the caller with what the answer set. */
async function enter(caller: Caller, given = right): Promise<Caller> {
  const cookies = await signedInCookies(await signIn.execute(caller, given), caller);
  const value = (name: string) => cookies.find((cookie) => cookie.name === name)?.value ?? null;
  return {
    ...caller,
    sessionToken: value(sessionCookieName()),
    browserToken: value("kontor-browser"),
  };
}

describe("signing in", () => {
  it("opens a session with a token of its own, of which only the hash is kept", async () => {
    const caller = await enter(anonymous());
    expect(await isSignedIn(caller)).toBe(true);
    const [row] = await asOwner<{ hash: string; level: number }>(
      `SELECT encode("tokenHash", 'hex') AS hash, "assuranceLevel" AS level FROM "Session"`,
    );
    expect(row?.level).toBe(1);
    expect(row?.hash).not.toContain(caller.sessionToken);
    const [entry] = await asOwner(`SELECT "action", "actorUserId" FROM "AuditEntry"`);
    expect(entry).toEqual({ action: "session.opened", actorUserId: world.people.claire });
  });

  it("takes the address in any spelling of its canonical form, and the password in any composition", async () => {
    const spelt = { email: ` ${cast.claire.email.toUpperCase()} `, password: PASSWORD.normalize("NFD") };
    expect(await isSignedIn(await enter(anonymous(), spelt))).toBe(true);
  });

  it("PREF-1: brings the user's language and appearance along", async () => {
    await asOwner(`UPDATE "User" SET "appearance" = 'DARK' WHERE "id" = $1`, [world.people.felix]);
    const given = { email: cast.felix.email, password: PASSWORD };
    const cookies = await signedInCookies(await signIn.execute(anonymous(), given), anonymous());
    const values = Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ "kontor-locale": "fr", "kontor-appearance": "dark" });
  });

  it("gives every sign-in a new token and ends the session that this browser had", async () => {
    const first = await enter(anonymous());
    const second = await enter(first);
    expect(second.sessionToken).not.toBe(first.sessionToken);
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
  });

  it.each([
    ["a wrong password", { ...right, password: "not this one either" }],
    ["an unknown address", { ...right, email: "nobody@example.com" }],
    ["what is no address", { ...right, email: "claire＠atelier-nord.example" }],
  ])("says the same to %s", async (_, given) => {
    const answer = await signIn.execute(anonymous(), given).catch((failure) => failure);
    expect(answer).toEqual(new Refused(["wrong_credentials"]));
  });

  it.each([cast.claire.email, "nobody@example.com"])(
    "compares one password at full cost for %s, known or not, so that both take as long",
    async (email) => {
      vi.mocked(verify).mockClear();
      await signIn.execute(anonymous(), { email, password: "not this one" }).catch(() => null);
      const hashes = vi.mocked(verify).mock.calls.map(([hash]) => String(hash));
      expect(hashes).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)]);
    },
  );

  it("takes the person from the password, never from the input", async () => {
    const given = { ...right, userId: world.people.victor, id: world.people.victor };
    await enter(anonymous(), given);
    const rows = await asOwner(`SELECT "userId" FROM "Session"`);
    expect(rows).toEqual([{ userId: world.people.claire }]);
  });
});

describe("before the last factor there is no session", () => {
  it("the password alone gives a ticket, not a session", async () => {
    await signIn.execute(anonymous(), right);
    expect(await asOwner(`SELECT 1 FROM "Session"`)).toEqual([]);
  });

  it("a ticket for the second factor opens nothing", async () => {
    const step = { purpose: "SECOND_FACTOR", assuranceLevel: 1, seconds: 300 } as const;
    const ticket = await inTransaction((tx) => issueTicket(tx, world.people.claire, step, START));
    expect(await openSession(ticket, anonymous())).toBeNull();
    expect(await asOwner(`SELECT 1 FROM "Session"`)).toEqual([]);
  });

  it.each(["", "unknown", "../..", "x".repeat(5_000)])("neither does the ticket %j", async (ticket) =>
    expect(await openSession(ticket, anonymous())).toBeNull(),
  );

  it("a ticket is good once", async () => {
    const { ticket } = await signIn.execute(anonymous(), right);
    expect(await openSession(ticket, anonymous())).not.toBeNull();
    expect(await openSession(ticket, anonymous())).toBeNull();
  });

  it("a ticket is good for a minute, whether or not anybody swept", async () => {
    const { ticket } = await signIn.execute(anonymous(), right);
    setNow(addSeconds(START, 60));
    expect(await openSession(ticket, anonymous())).toBeNull();
  });

  it("neither the ticket nor the token of the browser is a session", async () => {
    const { ticket, browser } = await signIn.execute(anonymous(), right);
    expect(await isSignedIn(withSession(anonymous(), ticket))).toBe(false);
    expect(await isSignedIn(withSession(anonymous(), browser))).toBe(false);
  });
});

describe("a session ends", () => {
  it("by signing out: at once, on this browser, and on no other", async () => {
    const [here, elsewhere] = [await enter(anonymous()), await enter(anonymous())];
    await signOut.execute(here, {});
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([false, true]);
    const reasons = await asOwner(`SELECT "revokedReason" FROM "Session" ORDER BY "revokedAt" NULLS LAST`);
    expect(reasons).toEqual([{ revokedReason: "signed_out" }, { revokedReason: null }]);
  });

  it("leaves other accounts' sessions alone", async () => {
    const marco = await signedIn(world.people.marco);
    await signOut.execute(await enter(anonymous()), {});
    expect(await isSignedIn(marco)).toBe(true);
  });

  it("once: signing out again, or without a session, is no error and writes nothing", async () => {
    const caller = await enter(anonymous());
    await signOut.execute(caller, {});
    const entries = await asOwner(`SELECT 1 FROM "AuditEntry"`);
    await signOut.execute(caller, {});
    await signOut.execute(anonymous(), {});
    expect(await asOwner(`SELECT 1 FROM "AuditEntry"`)).toHaveLength(entries.length);
  });

  it("not by a page that was made for another account", async () => {
    const caller = await enter(anonymous());
    const form = { userId: world.people.marco, key: null };
    await expect(signOut.execute({ ...caller, form }, {})).rejects.toThrow(ActorChanged);
    expect(await isSignedIn(caller)).toBe(true);
  });

  it("after 7 days without a request, and after 30 days in any case", async () => {
    const idle = await enter(anonymous());
    setNow(addDays(START, 7));
    expect(await isSignedIn(idle)).toBe(false);
    setNow(START);
    const busy = await enter(anonymous());
    for (let day = 1; day < 30; day++) {
      setNow(addDays(START, day));
      expect(await isSignedIn(busy)).toBe(true);
    }
    setNow(addDays(START, 30));
    expect(await isSignedIn(busy)).toBe(false);
  });

  it("when its row is gone", async () => {
    const caller = await enter(anonymous());
    await asOwner(`DELETE FROM "Session"`);
    expect(await isSignedIn(caller)).toBe(false);
  });
});
