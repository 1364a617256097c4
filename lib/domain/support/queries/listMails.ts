import { z } from "zod";
import { NotSignedIn } from "@/lib/kernel/failures";
import { personalQuery } from "@/lib/pipeline/query";
import { isDelivering, MAIL_STATES, type MailState, mailStateSql, possibleStates } from "../mailState";

type Line = { id: string; subject: string; to: string; state: MailState; writtenAt: Date };

/** What the list can be sorted by. */
const ORDER = { written: `m."createdAt"`, to: `m."toAddress"`, subject: `lower(m."subject")` };

const MailTable = z.object({
  q: z.string().max(200),
  sort: z.string().regex(/^-?(written|to|subject)$/),
  page: z.number().int().min(1).max(1_000_000),
  size: z.number().int().min(1).max(100),
  states: z.array(z.enum(MAIL_STATES)),
});

/** Every mail that was written, the latest first, for the provider's staff. */
export const listMails = personalQuery("mail.list", {
  permission: "mail.read",
  input: MailTable,
  async run({ reader, person }, { q, sort, page: wanted, size, states }) {
    if (!person) throw new NotSignedIn();
    const filter = `FROM "OutboxMail" m
      WHERE ($1 = '' OR m."toAddress" ILIKE $2 OR m."subject" ILIKE $2)
        AND (cardinality($3::text[]) = 0 OR ${mailStateSql()} = ANY($3::text[]))`;
    const values = [q, `%${q.replace(/[\\%_]/g, "\\$&")}%`, states];
    const [counted] = await reader.rows<{ total: number }>(
      `SELECT count(*)::int AS "total" ${filter}`,
      ...values,
    );
    const total = counted?.total ?? 0;
    const page = Math.min(wanted, Math.max(1, Math.ceil(total / size)));
    const order = ORDER[sort.replace("-", "") as keyof typeof ORDER];
    const direction = sort.startsWith("-") ? "DESC" : "ASC";
    const mails = await reader.rows<Line>(
      `SELECT m."id", m."subject", m."toAddress" AS "to", ${mailStateSql()} AS "state", m."createdAt" AS "writtenAt"
       ${filter} ORDER BY ${order} ${direction}, m."id" ${direction} LIMIT $4 OFFSET $5`,
      ...values,
      size,
      (page - 1) * size,
    );
    return {
      mails,
      total,
      page,
      timeZone: person.timeZone,
      isDelivering: isDelivering(),
      possibleStates: possibleStates(),
    };
  },
});
