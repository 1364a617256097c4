import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { resetPassword } from "@/lib/domain/identity/commands/resetPassword";
import { signIn } from "@/lib/domain/identity/commands/signIn";
import { signUp } from "@/lib/domain/organizations/commands/signUp";
import { addMinutes } from "@/lib/kernel/dates";
import { database, inTransaction } from "@/lib/platform/database";
import { openSession } from "@/lib/platform/session";
import { hashToken } from "@/lib/platform/tokens";
import { cast, PASSWORD } from "@/prisma/cast";
import type { World } from "@/prisma/stage";
import { anonymous, onStage } from "../../support/cast";
import { asOwner, testDatabase } from "../../support/database";

/** Many at the same instant; each with a naive twin that looks first and acts then, to see that the race is real. */
const MANY = 50;
const ROUNDS = [1, 2, 3];

let world: World;
beforeEach(async () => {
  world = await onStage();
});

/** How many of them came through. */
async function winners(one: (number: number) => Promise<unknown>): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: MANY }, (_, number) => one(number)));
  return outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value !== null).length;
}

async function plantLink(): Promise<string> {
  const token = `link-${Math.random()}`;
  await database().passwordReset.create({
    data: {
      tokenHash: hashToken(token),
      userId: world.people.claire,
      expiresAt: addMinutes(new Date(), 30),
    },
  });
  return token;
}

describe.each(ROUNDS)("one link to choose a password, %i. time", () => {
  it("is used by one of many at once", async () => {
    const token = await plantLink();
    const use = (number: number) =>
      resetPassword
        .execute(anonymous(), { token, password: `ocean of ${number} purple figs` })
        .then(() => true);
    expect(await winners(use)).toBe(1);
    expect(await asOwner(`SELECT 1 FROM "OutboxMail" WHERE "template" = 'passwordChanged'`)).toHaveLength(1);
  });

  it("looked at first and consumed then, it would be used by several", async () => {
    const tokenHash = hashToken(await plantLink());
    const use = () =>
      inTransaction(async (tx) => {
        const link = await tx.passwordReset.findUnique({ where: { tokenHash } });
        if (link?.consumedAt) return null;
        return tx.passwordReset.update({ where: { tokenHash }, data: { consumedAt: new Date() } });
      });
    expect(await winners(use)).toBeGreaterThan(1);
  });
});

describe.each(ROUNDS)("one ticket, %i. time", () => {
  const ticketOf = async () =>
    (await signIn.execute(anonymous(), { email: cast.claire.email, password: PASSWORD })).ticket;

  it("opens one session for many at once", async () => {
    const ticket = await ticketOf();
    expect(await winners(() => openSession(ticket, anonymous()))).toBe(1);
    expect(await asOwner(`SELECT 1 FROM "Session"`)).toHaveLength(1);
  });

  it("looked at first and consumed then, it would open several", async () => {
    const tokenHash = hashToken(await ticketOf());
    const open = async () => {
      const ticket = await database().signInTicket.findUnique({ where: { tokenHash } });
      if (!ticket || ticket.consumedAt) return null;
      return database().signInTicket.update({ where: { tokenHash }, data: { consumedAt: new Date() } });
    };
    expect(await winners(open)).toBeGreaterThan(1);
  });
});

describe("a new password while a sign-in is under way", () => {
  /** Holds the ticket, lets both queue for it in this order, and lets go. */
  async function inTurn(ticket: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
    const holder = new pg.Client({ connectionString: testDatabase().owner });
    await holder.connect();
    const waiting = async (count: number) => {
      const rows = await asOwner(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(count);
    };
    await holder.query("BEGIN");
    await holder.query(`SELECT 1 FROM "SignInTicket" WHERE "tokenHash" = $1 FOR UPDATE`, [hashToken(ticket)]);
    const both = [first()];
    await vi.waitFor(() => waiting(1), 10_000);
    both.push(second());
    await vi.waitFor(() => waiting(2), 10_000);
    await holder.end();
    await Promise.all(both);
  }
  const living = () => asOwner(`SELECT 1 FROM "Session" WHERE "revokedAt" IS NULL`);

  it.each(["the session", "the password"])("leaves no session, when %s comes first", async (first) => {
    const { ticket } = await signIn.execute(anonymous(), { email: cast.claire.email, password: PASSWORD });
    const token = await plantLink();
    const open = () => openSession(ticket, anonymous());
    const reset = () => resetPassword.execute(anonymous(), { token, password: "ocean of nine purple figs" });
    await (first === "the session" ? inTurn(ticket, open, reset) : inTurn(ticket, reset, open));
    expect(await living()).toEqual([]);
  });
});

describe("one address", () => {
  it("ORG-1: signed up by many at once has one account and one organization", async () => {
    const newcomer = {
      kind: "PERSON",
      firstName: "Ada",
      lastName: "Byron",
      email: "ada@example.com",
      password: "zebra lamp ocean figment",
      country: "CH",
      terms: "on",
    };
    const from = (number: number) => ({ ...anonymous(), addressPrefix: `192.0.${number}.0/24` });
    expect(await winners((number) => signUp.execute(from(number), newcomer))).toBe(1);
    expect(await asOwner(`SELECT 1 FROM "User" WHERE "email" = 'ada@example.com'`)).toHaveLength(1);
    expect(await asOwner(`SELECT 1 FROM "Organization" WHERE "name" = 'Ada Byron'`)).toHaveLength(1);
  });
});
