import { command } from "@/lib/pipeline/command";
import { takeTurn } from "../facts";
import { InvitationIds } from "../inputs";
import { judgedInvitations } from "../invitation";

/** Takes invitations back, each with a result of its own; their links are dead at once (USR-9). */
export const revokeInvitations = command("invitation.revoked", {
  permission: "user.invite",
  input: InvitationIds,
  async run({ tx, actor, now }, { id: ids }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const { items, touchable } = await judgedInvitations(tx, actor, "revoke", ids);
    await tx.invitation.updateMany({
      where: { organizationId, id: { in: touchable.map((invitation) => invitation.id) }, status: "PENDING" },
      data: { status: "REVOKED", answeredAt: now },
    });
    return {
      result: { items },
      audit: touchable.map(({ id, email }) => ({ subject: { type: "invitation", id, name: email } })),
    };
  },
});
