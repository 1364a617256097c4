import { z } from "zod";
import { NotFound, NotSignedIn } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import { personalQuery } from "@/lib/pipeline/query";
import { isDelivering, type MailState, mailStateSql } from "../mailState";

type Row = {
  id: string;
  subject: string;
  to: string;
  locale: string;
  template: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  writtenAt: Date;
  deliveredAt: Date | null;
  text: string | null;
  html: string | null;
};

/**
 * One mail. Its text is there only where no mail server is configured: links in mails are secrets, and where they reach
 * their readers nobody else may use them. Throws {@link NotFound} for an id that is none of a mail.
 */
export const readMail = personalQuery("mail.read", {
  permission: "mail.read",
  input: z.object({ id: z.string() }),
  async run({ reader, person }, { id }) {
    if (!person) throw new NotSignedIn();
    if (!isUuid(id)) throw new NotFound();
    const [row] = await reader.rows<Row>(
      `SELECT m."id", m."subject", m."toAddress" AS "to", m."locale", m."template", ${mailStateSql()} AS "state",
              m."attempts", m."lastError", m."createdAt" AS "writtenAt", m."deliveredAt", m."text", m."html"
       FROM "OutboxMail" m WHERE m."id" = $1::uuid`,
      id,
    );
    if (!row) throw new NotFound();
    const { text, html, ...mail } = row;
    const body = !isDelivering() && text !== null && html !== null ? { text, html } : null;
    return { mail, body, timeZone: person.timeZone };
  },
});
