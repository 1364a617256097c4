import { Refused } from "@/lib/kernel/failures";
import { routes } from "@/lib/kernel/routes";
import type { AuditNote, MailNote } from "@/lib/pipeline/record";
import type { Transaction } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { productsOfMembers } from "@/lib/platform/holdings";
import { membersByEmail, membersOfRole } from "./facts";
import type { invitationByLink } from "./invitation";

type OpenInvitation = Awaited<ReturnType<typeof invitationByLink>>;
type Joiner = { userId: string; name: string; email: string };

/**
 * Turns an invitation into a membership. The link is consumed by one conditional update, so that of two acceptances
 * at the same instant one wins (USR-9). Returns the record and the mails to those who wait for the answer.
 */
export async function joinByInvitation(
  tx: Transaction,
  invitation: OpenInvitation,
  joiner: Joiner,
  now: Date,
): Promise<{ membershipId: string; audit: AuditNote; mail: MailNote[] }> {
  const { organizationId, role, billingRight } = invitation;
  const { remindersByEmail, remindersBySms, productEventsByEmail } = invitation;
  const { count } = await tx.invitation.updateMany({
    where: { organizationId, id: invitation.id, status: "PENDING", expiresAt: { gt: now } },
    data: { status: "ACCEPTED", answeredAt: now },
  });
  if (count === 0) throw new Refused(["invitation_not_open"]);
  const membership = await tx.membership.create({
    data: {
      organizationId,
      userId: joiner.userId,
      invitationId: invitation.id,
      role,
      billingRight,
      remindersByEmail,
      remindersBySms,
      productEventsByEmail,
      joinedAt: now,
    },
  });
  // What was promised is theirs by now, by the database's own hand.
  const reached = await productsOfMembers(tx, organizationId, [membership.id]);
  return {
    membershipId: membership.id,
    audit: {
      action: "invitation.accepted",
      organizationId,
      actor: joiner,
      subject: { type: "member", id: membership.id, name: joiner.name },
      productIds: reached.get(membership.id),
      after: { role, billingRight, invitedBy: invitation.invitedByName },
    },
    mail: (await inviters(tx, invitation)).map((person) => ({
      template: "invitationAccepted",
      to: person.email,
      locale: person.locale,
      values: {
        organization: invitation.organization.name,
        person: joiner.name,
        role,
        url: env().baseUrl + routes.user(invitation.organization.slug, membership.id),
      },
    })),
  };
}

/** Who is told of an answer: the one who invited while still a member, otherwise the legal representatives. */
export async function inviters(
  tx: Transaction,
  invitation: OpenInvitation,
): Promise<{ email: string; locale: string }[]> {
  const inviter = await tx.user.findUnique({ where: { id: invitation.invitedById } });
  const present = inviter ? await membersByEmail(tx, invitation.organizationId, [inviter.email]) : [];
  return present.length > 0 ? present : membersOfRole(tx, invitation.organizationId, "LEGAL_REPRESENTATIVE");
}
