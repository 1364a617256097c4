import { command } from "@/lib/pipeline/command";
import { hashTokenHex, newToken } from "@/lib/platform/tokens";
import { takeTurn } from "../facts";
import { InvitationIds } from "../inputs";
import { invitationMail, judgedInvitations } from "../invitation";
import { NOTHING_PROMISED, promisesOf } from "../promises";
import { invitationEnd } from "../rules/invitations";

/** Sends invitations again, each with a result of its own: thirty new days and a new link; the old links are dead (USR-9). */
export const resendInvitations = command("invitation.resent", {
  permission: "user.invite",
  input: InvitationIds,
  async run({ tx, actor, now }, { id: ids }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const { items, touchable } = await judgedInvitations(tx, actor, "resend", ids);
    const expiresAt = invitationEnd(now);
    const fresh = touchable.map((invitation) => ({ ...invitation, token: newToken(), expiresAt }));
    await tx.rows(
      `UPDATE "Invitation" i SET "tokenHash" = decode(fresh."hash", 'hex'), "sentAt" = $2::timestamptz, "expiresAt" = $3::timestamptz
       FROM unnest($4::uuid[], $5::text[]) AS fresh("id", "hash")
       WHERE i."organizationId" = $1::uuid AND i."id" = fresh."id" AND i."status" = 'PENDING'`,
      organizationId,
      now,
      expiresAt,
      fresh.map((invitation) => invitation.id),
      fresh.map((invitation) => hashTokenHex(invitation.token)),
    );
    const promises = await promisesOf(
      tx,
      organizationId,
      fresh.map(({ id }) => id),
    );
    return {
      result: { items },
      audit: fresh.map(({ id, email }) => ({ subject: { type: "invitation", id, name: email } })),
      mail: fresh.map((invitation) =>
        invitationMail(actor, { ...invitation, promised: promises.get(invitation.id) ?? NOTHING_PROMISED }),
      ),
    };
  },
});
