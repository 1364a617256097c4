import { expect } from "@playwright/test";
import type { Sql } from "@/prisma/stage";

/** A mail as it stands in the outbox. */
export type Mail = { template: string; subject: string; text: string; html: string; locale: string };

/** The mail that the product has written, whoever it is for. */
export class Mailbox {
  constructor(private readonly sql: Sql) {}

  /** All mails to an address, the latest first. */
  to(address: string): Promise<Mail[]> {
    return this.sql<Mail>(
      `SELECT "template", "subject", coalesce("text", '') AS "text", coalesce("html", '') AS "html", "locale"
       FROM "OutboxMail" WHERE "toAddress" = $1 ORDER BY "createdAt" DESC, "id" DESC`,
      [address],
    );
  }

  /** The latest mail to an address whose subject matches; waits until it is there. */
  async latest(address: string, subject = /./): Promise<Mail> {
    const find = async () => (await this.to(address)).find((mail) => subject.test(mail.subject));
    await expect.poll(find, { message: `a mail to ${address} about ${subject}` }).toBeTruthy();
    const mail = await find();
    if (!mail) throw new Error(`The mail to ${address} is gone`);
    return mail;
  }

  /** The first link of that mail. */
  async link(address: string, subject?: RegExp): Promise<string> {
    const { text } = await this.latest(address, subject);
    const [link] = text.match(/https?:\/\/\S+/) ?? [];
    if (!link) throw new Error(`No link in the mail to ${address}:\n${text}`);
    return link;
  }
}
