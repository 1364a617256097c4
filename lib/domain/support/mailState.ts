import { env } from "@/lib/platform/env";

/** How a mail stands, as the staff reads it: without a mail server what is pending is kept, not waiting. */
export const MAIL_STATES = ["kept", "waiting", "sending", "sent", "uncertain", "failed"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** The state of a row, as SQL. */
export const mailStateSql = (): string =>
  `CASE m."status" WHEN 'PENDING' THEN '${isDelivering() ? "waiting" : "kept"}' ELSE lower(m."status"::text) END`;

/** Whether mails leave this installation. Then their texts, with links that are secrets, are nobody's to read here. */
export const isDelivering = (): boolean => env().smtpUrl !== undefined;

/** The states that can occur in this installation. */
export const possibleStates = (): readonly MailState[] =>
  MAIL_STATES.filter((state) => state !== (isDelivering() ? "kept" : "waiting"));
