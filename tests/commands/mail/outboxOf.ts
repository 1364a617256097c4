import { Logger, runOnce, type TaskList } from "graphile-worker";
import { composeMail, type Mail } from "@/lib/i18n/mail";
import { database, inTransaction } from "@/lib/platform/database";
import { queueMails } from "@/lib/platform/mail/outbox";
import { asOwner, testDatabase } from "../../support/database";

/** Puts mails into the outbox as a command does, and gives their ids. */
export async function write(...mails: (Mail & { to: string; locale: string })[]): Promise<string[]> {
  const before = await outbox();
  await inTransaction((tx) =>
    queueMails(
      tx,
      mails.map((mail) => ({
        ...composeMail(mail),
        to: mail.to,
        locale: mail.locale,
        template: mail.template,
      })),
    ),
  );
  const known = new Set(before.map(({ id }) => id));
  return (await outbox()).map(({ id }) => id).filter((id) => !known.has(id));
}

/** A mail about a password, to the given person. */
export const resetFor = (to: string, locale = "en") => ({
  template: "passwordReset" as const,
  to,
  locale,
  values: { name: "Ada", minutes: 30, url: `http://localhost:3000/reset-password/secret-of-${to}` },
});

export const outbox = () => database().outboxMail.findMany({ orderBy: { toAddress: "asc" } });

export const mailOf = (id: string) => database().outboxMail.findUniqueOrThrow({ where: { id } });

/** Runs graphile-worker until no job is due. */
export const work = (taskList: TaskList) =>
  runOnce({
    connectionString: testDatabase().owner,
    taskList,
    concurrency: 5,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });

export type Job = { attempts: number; max_attempts: number; due: boolean; last_error: string | null };

export const jobs = () =>
  asOwner<Job>(
    "SELECT attempts, max_attempts, run_at <= now() AS due, last_error FROM graphile_worker._private_jobs ORDER BY id",
  );

/** The pause before the next attempt is over. */
export const pausesPass = () => asOwner("UPDATE graphile_worker._private_jobs SET run_at = now()");
