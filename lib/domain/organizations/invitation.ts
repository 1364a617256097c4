import { randomUUID } from "node:crypto";
import type { Insider, Standing } from "@/lib/access/actor";
import { permits } from "@/lib/access/authorize";
import type { Role } from "@/lib/access/roles";
import { NotFound } from "@/lib/kernel/failures";
import { routes } from "@/lib/kernel/routes";
import type { MailNote } from "@/lib/pipeline/record";
import { ensureSomeDone, type ItemResult } from "@/lib/pipeline/results";
import type { Reader, Transaction } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { setScope } from "@/lib/platform/scope";
import { hashToken, hashTokenHex, newToken } from "@/lib/platform/tokens";
import { lockOrganization } from "./facts";
import { carryingAccess, type Promised } from "./promises";
import {
  type InvitationState,
  invitationEnd,
  invitationState,
  mayResend,
  mayTouch,
} from "./rules/invitations";
import { type MemberChoices, mayGive } from "./rules/members";

/** An open invitation with its link's token, which is known only now and never stored. */
export type FreshInvitation = { id: string; email: string; locale: string; token: string; expiresAt: Date };

/**
 * Writes invitations in one statement; an address that already has an open one is left out by the unique index,
 * also when two people invite it at the same instant (USR-9). Returns those that were written.
 */
export async function insertInvitations(
  tx: Transaction,
  actor: Insider,
  emails: string[],
  choices: MemberChoices,
  now: Date,
): Promise<FreshInvitation[]> {
  const organizationId = actor.organization.id;
  const expiresAt = invitationEnd(now);
  // One that lapsed makes way.
  await tx.invitation.updateMany({
    where: { organizationId, email: { in: emails }, status: "PENDING", expiresAt: { lte: now } },
    data: { status: "EXPIRED" },
  });
  const locales = await accountLocales(tx, emails);
  const fresh = emails.map((email) => ({
    id: randomUUID(),
    email,
    locale: locales.get(email) ?? actor.locale,
    token: newToken(),
    expiresAt,
  }));
  const rows = await tx.rows<{ id: string }>(
    `INSERT INTO "Invitation" ("id", "email", "locale", "tokenHash", "organizationId", "role", "billingRight",
       "remindersByEmail", "remindersBySms", "productEventsByEmail", "invitedById", "invitedByName",
       "createdAt", "sentAt", "expiresAt")
     SELECT one."id", one."email", one."locale", decode(one."hash", 'hex'), $5::uuid, $6::"Role", $7, $8, $9, $10,
       $11::uuid, $12, $13::timestamptz, $13::timestamptz, $14::timestamptz
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS one("id", "email", "locale", "hash")
     ON CONFLICT DO NOTHING RETURNING "id"`,
    fresh.map((invitation) => invitation.id),
    fresh.map((invitation) => invitation.email),
    fresh.map((invitation) => invitation.locale),
    fresh.map((invitation) => hashTokenHex(invitation.token)),
    organizationId,
    choices.role,
    choices.billingRight,
    choices.remindersByEmail,
    choices.remindersBySms,
    choices.productEventsByEmail,
    actor.userId,
    actor.name,
    now,
    expiresAt,
  );
  const written = new Set(rows.map((row) => row.id));
  return fresh.filter((invitation) => written.has(invitation.id));
}

/** People who have an account are written to in their own language. */
async function accountLocales(reader: Reader, emails: string[]): Promise<Map<string, string>> {
  const rows = await reader.rows<{ email: string; locale: string }>(
    `SELECT "email", "locale" FROM "User" WHERE "email" = ANY($1::text[])`,
    emails,
  );
  return new Map(rows.map((row) => [row.email, row.locale]));
}

/** The mail that carries an invitation's link, and says what accepting gives. */
export const invitationMail = (
  actor: Insider,
  invitation: FreshInvitation & { role: Role; promised: Promised },
): MailNote => ({
  template: "invitation",
  to: invitation.email,
  locale: invitation.locale,
  values: {
    organization: actor.organization.name,
    inviter: actor.name,
    role: invitation.role,
    promised: invitation.promised,
    expiresAt: invitation.expiresAt,
    timeZone: actor.timeZone,
    url: env().baseUrl + routes.invitation(invitation.token),
  },
});

/** An invitation as commands and pages need it. */
export type InvitationRow = MemberChoices & {
  id: string;
  organizationId: string;
  email: string;
  locale: string;
  status: "PENDING" | "ACCEPTED" | "REFUSED" | "EXPIRED" | "REVOKED";
  invitedById: string;
  invitedByName: string;
  createdAt: Date;
  sentAt: Date;
  expiresAt: Date;
};

const COLUMNS = `i."id", i."organizationId", i."email", i."locale", i."status", i."role", i."billingRight",
  i."remindersByEmail", i."remindersBySms", i."productEventsByEmail", i."invitedById", i."invitedByName",
  i."createdAt", i."sentAt", i."expiresAt"`;

type InvitationAct = "resend" | "revoke";

/** What speaks against doing this to an invitation, by somebody of this standing (USR-3, USR-4, USR-9, PART-4). */
export const invitationRefusals = (
  act: InvitationAct,
  standing: Standing,
  invitation: Pick<InvitationRow, "role" | "billingRight" | "status"> & { carriesAccess: boolean },
): string[] => [
  ...mayGive(standing, invitation).refusals,
  ...mayTouch(invitation).refusals,
  ...(act === "resend"
    ? mayResend({ ...invitation, givesAccess: permits(standing, "access.give") }).refusals
    : []),
];

/**
 * The organization's invitations among these ids: what became of each, and those to which this may be done.
 * Throws {@link NotFound} when none is the organization's, and a refusal when it may be done to none.
 */
export async function judgedInvitations(
  reader: Reader,
  actor: Insider,
  act: InvitationAct,
  ids: string[],
): Promise<{ items: ItemResult[]; touchable: InvitationRow[] }> {
  const wanted = [...new Set(ids)];
  const rows = await reader.rows<InvitationRow>(
    `SELECT ${COLUMNS} FROM "Invitation" i WHERE i."organizationId" = $1::uuid AND i."id" = ANY($2::uuid[])`,
    actor.organization.id,
    wanted,
  );
  if (rows.length === 0) throw new NotFound();
  const carrying = await carryingAccess(reader, actor.organization.id, wanted);
  const found = new Map(rows.map((row) => [row.id, { ...row, carriesAccess: carrying.has(row.id) }]));
  const items = wanted.map((id) => {
    const row = found.get(id);
    const refusals = row ? invitationRefusals(act, actor.standing, row) : ["no_longer_there"];
    return { id, name: row?.email ?? "", refusals };
  });
  ensureSomeDone(items);
  const touchable = new Set(items.flatMap((item) => (item.refusals.length === 0 ? [item.id] : [])));
  return { items, touchable: rows.filter((row) => touchable.has(row.id)) };
}

/**
 * The invitation that this link opens. Holding the link is what makes the row visible; the scope then moves into the
 * inviting organization. Throws {@link NotFound} for an unknown, replaced or mistyped link.
 */
export async function invitationByLink(
  reader: Reader,
  token: string,
  now: Date,
): Promise<InvitationRow & { state: InvitationState; organization: { name: string; slug: string } }> {
  await setScope(reader, { link: token });
  const [row] = await reader.rows<InvitationRow>(
    `SELECT ${COLUMNS} FROM "Invitation" i WHERE i."tokenHash" = $1::bytea`,
    hashToken(token),
  );
  if (!row) throw new NotFound();
  await setScope(reader, { organizationId: row.organizationId });
  const [organization] = await reader.rows<{ name: string; slug: string }>(
    `SELECT "name", "slug" FROM "Organization" WHERE "id" = $1::uuid AND "status" = 'ACTIVE'`,
    row.organizationId,
  );
  if (!organization) throw new NotFound();
  return { ...row, state: invitationState(row, now), organization };
}

/** The same for whoever answers it: as it is once everybody who was quicker is done, and until the answer is written. */
export async function invitationToAnswer(
  reader: Reader,
  token: string,
  now: Date,
): ReturnType<typeof invitationByLink> {
  const { organizationId } = await invitationByLink(reader, token, now);
  await lockOrganization(reader, organizationId);
  return invitationByLink(reader, token, now);
}
