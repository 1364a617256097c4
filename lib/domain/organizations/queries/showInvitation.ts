import { NotFound } from "@/lib/kernel/failures";
import { personalQuery } from "@/lib/pipeline/query";
import { membersByEmail } from "../facts";
import { Link } from "../inputs";
import { invitationByLink } from "../invitation";
import { mayAccept } from "../rules/invitations";

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
    const present = person ? await membersByEmail(reader, invitation.organizationId, [person.email]) : [];
    return {
      person: person ? { userId: person.userId, name: person.name, email: person.email } : null,
      organization: invitation.organization,
      invitedBy: invitation.invitedByName,
      email: invitation.email,
      role: invitation.role,
      locale: invitation.locale,
      expiresAt: invitation.expiresAt,
      state: invitation.state,
      hasAccount: account !== undefined,
      refusals: person
        ? mayAccept({
            state: invitation.state,
            invited: invitation.email,
            holder: person.email,
            isMember: present.length > 0,
          }).refusals
        : [],
    };
  },
});
