import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { lockOrganization } from "../facts";
import { InvitationId } from "../inputs";
import { invitationById, invitationMail } from "../invitation";
import { invitationEnd, mayTouch } from "../rules/invitations";
import { mayGive } from "../rules/members";

/** Sends an invitation again: thirty new days and a new link; the old link is dead (USR-9). */
export const resendInvitation = command("invitation.resent", {
  permission: "user.invite",
  input: InvitationId,
  async run({ tx, actor, now }, { id }) {
    const organizationId = actor.organization.id;
    await lockOrganization(tx, organizationId);
    const invitation = await invitationById(tx, organizationId, id, now);
    ensure(mayGive(actor.standing, invitation));
    ensure(mayTouch(invitation));
    const token = newToken();
    const expiresAt = invitationEnd(now);
    await tx.invitation.update({
      where: { organizationId_id: { organizationId, id } },
      data: { status: "PENDING", tokenHash: hashToken(token), sentAt: now, expiresAt },
    });
    return {
      result: null,
      audit: { subject: { type: "invitation", id, name: invitation.email } },
      mail: [invitationMail(actor, { ...invitation, token, expiresAt })],
    };
  },
});
