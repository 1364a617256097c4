import { randomUUID } from "node:crypto";
import { now } from "../clock";
import type { Transaction } from "../database";
import { env } from "../env";

/** A mail ready to be read: composed in the recipient's language. */
export type ComposedMail = {
  to: string;
  locale: string;
  template: string;
  subject: string;
  text: string;
  html: string;
};

/** Mails written by one statement: each has some kilobytes. */
const MAILS_AT_ONCE = 500;

/** Deliveries tried before a mail is given up: with the queue's growing pauses, a little over four days. */
const MAX_ATTEMPTS = 25;

/**
 * Writes mails into the outbox, in the transaction of the change that they tell of, and asks the worker to deliver
 * them. Where no mail server is configured they are only kept, to be read by the staff.
 */
export async function queueMails(tx: Transaction, mails: ComposedMail[]): Promise<void> {
  for (let from = 0; from < mails.length; from += MAILS_AT_ONCE) {
    const some = mails.slice(from, from + MAILS_AT_ONCE);
    const ids = some.map(() => randomUUID());
    const all = (field: keyof ComposedMail) => some.map((mail) => mail[field]);
    await tx.$executeRaw`
      INSERT INTO "OutboxMail" ("id", "toAddress", "locale", "template", "subject", "text", "html", "createdAt")
      SELECT *, ${now()}::timestamptz FROM unnest(${ids}::uuid[], ${all("to")}::text[], ${all("locale")}::text[],
        ${all("template")}::text[], ${all("subject")}::text[], ${all("text")}::text[], ${all("html")}::text[])`;
    // One job for all: adding one each takes the queue a millisecond, and the worker divides them faster.
    if (env().smtpUrl !== undefined)
      await tx.$executeRaw`
        SELECT enqueue_job('deliver_mail', jsonb_build_object('ids', ${ids}::uuid[]), NULL, ${MAX_ATTEMPTS}::int, NULL)`;
  }
}
