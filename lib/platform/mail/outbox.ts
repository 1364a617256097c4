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

/** Rows written by one statement: PostgreSQL takes 65,535 parameters, and a mail has some kilobytes. */
const ROWS_AT_ONCE = 500;

/** Deliveries tried before a mail is given up: with the queue's growing pauses, a little over four days. */
const MAX_ATTEMPTS = 25;

/**
 * Writes mails into the outbox, in the transaction of the change that they tell of, and asks the worker to deliver
 * them. Where no mail server is configured they are only kept, to be read by the staff.
 */
export async function queueMails(tx: Transaction, mails: ComposedMail[]): Promise<void> {
  const createdAt = now();
  for (let from = 0; from < mails.length; from += ROWS_AT_ONCE) {
    const rows = await tx.outboxMail.createManyAndReturn({
      data: mails.slice(from, from + ROWS_AT_ONCE).map(({ to, locale, template, subject, text, html }) => ({
        toAddress: to,
        locale,
        template,
        subject,
        text,
        html,
        createdAt,
      })),
      select: { id: true },
    });
    if (env().smtpUrl === undefined) continue;
    const ids = rows.map(({ id }) => id);
    await tx.$executeRaw`
      SELECT enqueue_job('deliver_mail', jsonb_build_object('id', id), NULL, ${MAX_ATTEMPTS}::int, NULL)
      FROM unnest(${ids}::uuid[]) AS id`;
  }
}
