import type { Actor, Insider } from "@/lib/access/actor";
import { composeMail, type Mail } from "@/lib/i18n/mail";
import type { Transaction } from "@/lib/platform/database";
import { queueMails } from "@/lib/platform/mail/outbox";
import { orderedIds } from "@/lib/platform/orderedIds";
import type { Caller } from "./caller";

/** What happened to what, in words a person can read years later: names are kept as they were. */
export type AuditNote = {
  /** Defaults to the command's name. */
  action?: string;
  /** Defaults to the organization acted in; a command outside organizations names it where there is one. */
  organizationId?: string;
  subject: { type: string; id: string; name: string };
  /** The products that it is about, inside of which it happened, or whose reach it changed: their history finds it by this. */
  productIds?: readonly string[] | undefined;
  before?: AuditFacts;
  after?: AuditFacts;
  /** Defaults to the person behind the session; named where an act makes or opens an account. */
  actor?: { userId: string | null; name: string };
};

export type AuditFacts = Record<string, string | number | boolean | null>;

/** A mail to write in the transaction, in the recipient's language. */
export type MailNote = Mail & { to: string; locale: string };

/** Who stands in the record: a person by id and name, the product itself by the name of its job. */
const recordedAs = (actor: Actor | null): { userId: string | null; name: string } =>
  actor?.kind === "person"
    ? { userId: actor.userId, name: actor.name }
    : { userId: null, name: actor?.job ?? "" };

type Act = { name: string; caller: Caller; actor: Actor | null; insider: Insider | null; at: Date };

const INSERT_ENTRIES = `
  INSERT INTO "AuditEntry" ("id", "organizationId", "at", "action", "actorUserId", "actorName", "onBehalfOfId",
    "onBehalfOfName", "subjectType", "subjectId", "subjectName", "productIds", "before", "after", "requestId")
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS entry("id" uuid, "organizationId" uuid, "at" timestamptz,
    "action" text, "actorUserId" uuid, "actorName" text, "onBehalfOfId" uuid, "onBehalfOfName" text,
    "subjectType" text, "subjectId" text, "subjectName" text, "productIds" uuid[], "before" jsonb, "after" jsonb, "requestId" text)`;

/** Writes the audit entries and the mails of a change, in its transaction. */
export async function record(
  tx: Transaction,
  act: Act,
  outcome: { audit: AuditNote | AuditNote[]; mail?: MailNote[] },
): Promise<void> {
  const notes = Array.isArray(outcome.audit) ? outcome.audit : [outcome.audit];
  const partner = act.insider?.standing.as === "partner" ? act.insider.standing.partnerOrganization : null;
  const behind = recordedAs(act.actor);
  const ids = orderedIds(notes.length);
  const entries = notes.map((note, index) => ({
    id: ids[index],
    organizationId: note.organizationId ?? act.insider?.organization.id ?? null,
    at: act.at,
    action: note.action ?? act.name,
    actorUserId: note.actor ? note.actor.userId : behind.userId,
    actorName: note.actor?.name ?? behind.name,
    onBehalfOfId: partner?.id ?? null,
    onBehalfOfName: partner?.name ?? null,
    subjectType: note.subject.type,
    subjectId: note.subject.id,
    subjectName: note.subject.name,
    productIds: note.productIds?.length ? note.productIds : null,
    before: note.before ?? null,
    after: note.after ?? null,
    requestId: act.caller.requestId,
  }));
  // One statement, however many there are; it returns nothing, for an entry of another scope may be written unread.
  if (entries.length > 0) await tx.rows(INSERT_ENTRIES, JSON.stringify(entries));
  const mails = outcome.mail ?? [];
  await queueMails(
    tx,
    mails.map((mail) => ({
      to: mail.to,
      locale: mail.locale,
      template: mail.template,
      ...composeMail(mail),
    })),
  );
}
