import { randomBytes, randomUUID } from "node:crypto";
import { parseCrontab } from "graphile-worker";
import { beforeEach, describe, expect, it } from "vitest";
import { CRONTAB, workerTasks } from "@/lib/platform/jobs/tasks";
import { forgetLeftovers } from "@/lib/platform/leftovers";
import type { World } from "@/prisma/stage";
import { onStage } from "../../support/cast";
import { asOwner } from "../../support/database";
import { work } from "../mail/outboxOf";

/** What expired is deleted once a day, what lives stays, whichever organization it belongs to. */

let world: World;
beforeEach(async () => {
  world = await onStage();
});

const ago = (time: string) => `now() - interval '${time}'`;
const ahead = (time: string) => `now() + interval '${time}'`;

const submission = (created: string) =>
  asOwner(
    `INSERT INTO "Submission" ("key", "userId", "command", "createdAt") VALUES ($1, $2, 'x', ${created})`,
    [randomUUID(), world.people.claire],
  );
const ticket = (expires: string, consumed = "NULL") =>
  asOwner(
    `INSERT INTO "SignInTicket" ("tokenHash", "userId", "purpose", "assuranceLevel", "expiresAt", "consumedAt")
     VALUES ($1, $2, 'SESSION', 1, ${expires}, ${consumed})`,
    [randomBytes(32), world.people.claire],
  );
const reset = (expires: string, consumed = "NULL") =>
  asOwner(
    `INSERT INTO "PasswordReset" ("tokenHash", "userId", "expiresAt", "consumedAt") VALUES ($1, $2, ${expires}, ${consumed})`,
    [randomBytes(32), world.people.claire],
  );
const draft = (updated: string, table = "InvitationDraft") =>
  asOwner(
    `INSERT INTO "${table}" ("id", "organizationId", "userId", "answers", "updatedAt") VALUES ($1, $2, $3, '{}', ${updated})`,
    [randomUUID(), world.organizations.boreale.id, world.people.sofia],
  );
const counter = (failed: string, blocked: string) =>
  asOwner(
    `INSERT INTO "FailureCounter" ("key", "failures", "lastFailedAt", "blockedUntil") VALUES ($1, 9, ${failed}, ${blocked})`,
    [randomUUID()],
  );
const session = ({ idle = ahead("1 day"), end = ahead("9 days"), revoked = "NULL" }) =>
  asOwner(
    `INSERT INTO "Session" ("id", "tokenHash", "userId", "assuranceLevel", "confirmedAt", "lastSeenAt", "idleExpiresAt", "expiresAt", "revokedAt")
     VALUES ($1, $2, $3, 1, now(), now(), ${idle}, ${end}, ${revoked})`,
    [randomUUID(), randomBytes(32), world.people.claire],
  );

type Case = [what: string, table: string, plant: () => Promise<unknown>, stays: boolean];

describe("the nightly job", () => {
  it.each<Case>([
    ["an answer to a form of 6 days", "Submission", () => submission(ago("6 days")), true],
    ["an answer to a form of 8 days", "Submission", () => submission(ago("8 days")), false],
    ["a ticket that is good", "SignInTicket", () => ticket(ahead("1 minute")), true],
    ["a ticket that ran out", "SignInTicket", () => ticket(ago("1 minute")), false],
    ["a ticket that was used", "SignInTicket", () => ticket(ahead("1 minute"), ago("1 second")), false],
    ["a link for a password that is good", "PasswordReset", () => reset(ahead("1 minute")), true],
    ["one that ran out", "PasswordReset", () => reset(ago("1 minute")), false],
    ["one that was used", "PasswordReset", () => reset(ahead("9 minutes"), ago("1 second")), false],
    ["a draft of 29 days", "InvitationDraft", () => draft(ago("29 days")), true],
    ["a draft of 31 days", "InvitationDraft", () => draft(ago("31 days")), false],
    ["a draft of a team of 29 days", "TeamDraft", () => draft(ago("29 days"), "TeamDraft"), true],
    ["a draft of a team of 31 days", "TeamDraft", () => draft(ago("31 days"), "TeamDraft"), false],
    ["attempts of this morning", "FailureCounter", () => counter(ago("9 hours"), ago("8 hours")), true],
    ["attempts still waited for", "FailureCounter", () => counter(ago("2 days"), ahead("1 hour")), true],
    ["attempts of two days ago", "FailureCounter", () => counter(ago("2 days"), ago("1 day")), false],
    ["a living session", "Session", () => session({}), true],
    ["one that idled out lately", "Session", () => session({ idle: ago("29 days") }), true],
    ["one that idled out long ago", "Session", () => session({ idle: ago("31 days") }), false],
    [
      "one that ended long ago",
      "Session",
      () => session({ idle: ago("31 days"), end: ago("31 days") }),
      false,
    ],
    ["one that was revoked lately", "Session", () => session({ revoked: ago("29 days") }), true],
    ["one that was revoked long ago", "Session", () => session({ revoked: ago("31 days") }), false],
  ])("%s (%s)", async (_, table, plant, stays) => {
    await plant();
    await forgetLeftovers();
    expect(await asOwner(`SELECT 1 FROM "${table}"`)).toHaveLength(stays ? 1 : 0);
  });

  it("leaves people, organizations, their places and the record alone", async () => {
    const lasting = ["User", "Organization", "Membership", "Partnership", "AuditEntry", "KnownBrowser"];
    const rows = () =>
      Promise.all(lasting.map((table) => asOwner(`SELECT t::text FROM "${table}" t ORDER BY 1`)));
    const before = await rows();
    await forgetLeftovers();
    expect(await rows()).toEqual(before);
  });

  it("is done by the worker, once a day", async () => {
    const [item] = parseCrontab(CRONTAB).filter(({ task }) => task === "forget_leftovers");
    const at = (hour: number, minute: number) =>
      item?.match({ min: minute, hour, date: 1, month: 1, dow: 1 }) ?? false;
    const times = Array.from({ length: 24 * 60 }, (_, minute) => at(Math.floor(minute / 60), minute % 60));
    expect(times.filter(Boolean)).toHaveLength(1);
    await ticket(ago("1 minute"));
    await asOwner("SELECT graphile_worker.add_job('forget_leftovers')");
    const tasks = workerTasks(null);
    await work(tasks.taskList);
    expect(await asOwner(`SELECT 1 FROM "SignInTicket"`)).toEqual([]);
  });

  it("finds every task of the clock", () => {
    const tasks = Object.keys(workerTasks(null).taskList);
    for (const { task } of parseCrontab(CRONTAB)) expect(tasks).toContain(task);
  });
});
