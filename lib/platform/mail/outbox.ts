import type { Transaction } from "../database";

/** A mail ready to be read: composed in the recipient's language. */
export type ComposedMail = {
  to: string;
  locale: string;
  template: string;
  subject: string;
  text: string;
  html: string;
};

/** Writes mails into the outbox, in the transaction of the change that they tell of. */
export async function queueMails(tx: Transaction, mails: ComposedMail[]): Promise<void> {
  if (mails.length === 0) return;
  await tx.outboxMail.createMany({
    data: mails.map(({ to, ...mail }) => ({ toAddress: to, ...mail })),
  });
}
