import { hasBillingRight } from "@/lib/access/roles";
import { NotFound } from "@/lib/kernel/failures";
import { personalQuery } from "@/lib/pipeline/query";
import { membersByEmail } from "../facts";
import { Link } from "../inputs";
import { invitationByLink } from "../invitation";
import { NOTHING_PROMISED, promisesOf } from "../promises";

/** An invitation as its page needs it. */
export type InvitationView = Awaited<ReturnType<(typeof showInvitation)["execute"]>>;

/** What an invitation's link shows: who asks whom to join what, and how this reader can answer (USR-8, USR-9). */
export const showInvitation = personalQuery("invitation", {
  permission: "invitation.answer",
  input: Link,
  async run({ reader, person, now }, { token }) {
    const invitation = await invitationByLink(reader, token, now);
    if (invitation.state === "revoked") throw new NotFound();
    const [account] = await reader.rows<{ id: string }>(
      `SELECT "id" FROM "User" WHERE "email" = $1`,
      invitation.email,
    );
    const promises = await promisesOf(reader, invitation.organizationId, [invitation.id]);
    const present = person ? await membersByEmail(reader, invitation.organizationId, [person.email]) : [];
    return {
      person: person ? { userId: person.userId, name: person.name, email: person.email } : null,
      organization: invitation.organization,
      invitedBy: invitation.invitedByName,
      email: invitation.email,
      role: invitation.role,
      billing: hasBillingRight(invitation.role, invitation.billingRight),
      promised: promises.get(invitation.id) ?? NOTHING_PROMISED,
      expiresAt: invitation.expiresAt,
      timeZone: person?.timeZone ?? "UTC",
      state: invitation.state,
      hasAccount: account !== undefined,
      isMember: present.length > 0,
    };
  },
});
