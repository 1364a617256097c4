import type { Insider, Person } from "@/lib/access/actor";
import { composeMail, type Mail } from "@/lib/i18n/mail";
import type { Transaction } from "@/lib/platform/database";
import { queueMails } from "@/lib/platform/mail/outbox";
import { Prisma } from "@/prisma/generated/client";
import type { Caller } from "./caller";

/** What happened to what, in words a person can read years later: names are kept as they were. */
export type AuditNote = {
  /** Defaults to the command's name. */
  action?: string;
  /** Defaults to the organization acted in; a command outside organizations names it where there is one. */
  organizationId?: string;
  subject: { type: string; id: string; name: string };
  before?: AuditFacts;
  after?: AuditFacts;
  /** Defaults to the person behind the session; named where an act makes or opens an account. */
  actor?: { userId: string | null; name: string };
};

export type AuditFacts = Record<string, string | number | boolean | null>;

/** A mail to write in the transaction, in the recipient's language. */
export type MailNote = Mail & { to: string; locale: string };

type Act = { name: string; caller: Caller; person: Person | null; insider: Insider | null; at: Date };

/** Writes the audit entries and the mails of a change, in its transaction. */
export async function record(
  tx: Transaction,
  act: Act,
  outcome: { audit: AuditNote | AuditNote[]; mail?: MailNote[] },
): Promise<void> {
  const notes = Array.isArray(outcome.audit) ? outcome.audit : [outcome.audit];
  const partner = act.insider?.standing.as === "partner" ? act.insider.standing.partnerOrganization : null;
  // createMany: the entry of another scope may be written without being readable.
  await tx.auditEntry.createMany({
    data: notes.map((note) => ({
      organizationId: note.organizationId ?? act.insider?.organization.id ?? null,
      at: act.at,
      action: note.action ?? act.name,
      actorUserId: note.actor ? note.actor.userId : (act.person?.userId ?? null),
      actorName: note.actor?.name ?? act.person?.name ?? "",
      onBehalfOfId: partner?.id ?? null,
      onBehalfOfName: partner?.name ?? null,
      subjectType: note.subject.type,
      subjectId: note.subject.id,
      subjectName: note.subject.name,
      before: note.before ?? Prisma.DbNull,
      after: note.after ?? Prisma.DbNull,
      requestId: act.caller.requestId,
    })),
  });
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
