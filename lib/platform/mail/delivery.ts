import { addSeconds } from "@/lib/kernel/dates";
import { now } from "../clock";
import { database } from "../database";
import { log } from "../log";
import type { OutgoingMail, Sender, Sending } from "./sender";

/** Seconds after which a worker that has not come back with an answer is taken for dead. */
const LOST_AFTER_SECONDS = 120;

type Claimed = OutgoingMail & { template: string; attempts: number };

/** The server did not take the mail this time: thrown so that the queue tries again after a pause. */
export class NotTaken extends Error {
  constructor(words: string) {
    super(`the mail server did not take the mail: ${words}`);
  }
}

/**
 * Delivers one mail of the outbox, if nobody else has. One conditional UPDATE claims it, so that it is sent once however
 * many jobs and workers ask. Throws {@link NotTaken} when the server may take it later.
 */
export async function deliverMail(id: string, sender: Sender, isLastAttempt = false): Promise<void> {
  const mail = await claim(id);
  if (!mail) return noteLostMails(id);
  const sending = await sender.send(mail);
  const isOver = sending.outcome !== "later" || isLastAttempt;
  await settle(mail, sending, isOver);
  const { attempts: attempt, template } = mail;
  log.info({ mailId: id, template, attempt, ...sending }, "mail handed to the server");
  if (sending.outcome === "later" && !isOver) throw new NotTaken(sending.words);
}

async function claim(id: string): Promise<Claimed | null> {
  const [row] = await database().outboxMail.updateManyAndReturn({
    where: { id, status: "PENDING", text: { not: null }, html: { not: null } },
    data: { status: "SENDING", claimedAt: now(), attempts: { increment: 1 } },
  });
  return row ? { ...row, to: row.toAddress, text: row.text ?? "", html: row.html ?? "" } : null;
}

/** Writes down what became of a claimed mail; a claim that somebody has meanwhile taken for lost may still be told the truth. */
async function settle(mail: Claimed, sending: Sending, isOver: boolean): Promise<void> {
  const own = { id: mail.id, attempts: mail.attempts };
  if (sending.outcome === "sent") {
    await database().outboxMail.updateMany({
      where: { ...own, status: { in: ["SENDING", "UNCERTAIN"] } },
      // Links in mails are secrets: once they are in the mailbox they are nowhere else.
      data: { status: "SENT", deliveredAt: now(), text: null, html: null, lastError: null },
    });
    return;
  }
  const status = !isOver ? "PENDING" : sending.outcome === "uncertain" ? "UNCERTAIN" : "FAILED";
  await database().outboxMail.updateMany({
    where: { ...own, status: "SENDING" },
    data: { status, lastError: sending.words, ...(status === "PENDING" ? { claimedAt: null } : {}) },
  });
}

/** Marks mails whose worker died between handing over and answer: they may have arrived, so they are not sent again. */
export async function noteLostMails(id?: string): Promise<void> {
  const { count } = await database().outboxMail.updateMany({
    where: { id, status: "SENDING", claimedAt: { lt: addSeconds(now(), -LOST_AFTER_SECONDS) } },
    data: { status: "UNCERTAIN" },
  });
  if (count > 0) log.warn({ count }, "mails whose delivery was interrupted");
}
