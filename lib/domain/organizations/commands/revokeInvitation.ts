import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { lockOrganization } from "../facts";
import { InvitationId } from "../inputs";
import { invitationById } from "../invitation";
import { mayTouch } from "../rules/invitations";
import { mayGive } from "../rules/members";

/** Takes an invitation back; its link is dead at once (USR-9). */
export const revokeInvitation = command("invitation.revoked", {
  permission: "user.invite",
  input: InvitationId,
  async run({ tx, actor, now }, { id }) {
    const organizationId = actor.organization.id;
    await lockOrganization(tx, organizationId);
    const invitation = await invitationById(tx, organizationId, id, now);
    ensure(mayGive(actor.standing, invitation));
    ensure(mayTouch(invitation));
    await tx.invitation.update({
      where: { organizationId_id: { organizationId, id } },
      data: { status: "REVOKED", answeredAt: now },
    });
    return { result: null, audit: { subject: { type: "invitation", id, name: invitation.email } } };
  },
});
