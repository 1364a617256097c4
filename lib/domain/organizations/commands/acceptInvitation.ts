import { ensure } from "@/lib/kernel/decision";
import { personalCommand } from "@/lib/pipeline/command";
import { membersByEmail } from "../facts";
import { Link } from "../inputs";
import { invitationToAnswer } from "../invitation";
import { joinByInvitation } from "../joining";
import { mayAccept } from "../rules/invitations";

/** Accepts an invitation with the account one has; only the invited address may (ORG-1, USR-8, USR-9). */
export const acceptInvitation = personalCommand("invitation.accepted", {
  permission: "account.use",
  input: Link,
  async run({ tx, person, now }, { token }) {
    if (!person) throw new Error("the permission table admits persons only");
    const invitation = await invitationToAnswer(tx, token, now);
    const present = await membersByEmail(tx, invitation.organizationId, [person.email]);
    ensure(
      mayAccept({
        state: invitation.state,
        invited: invitation.email,
        holder: person.email,
        isMember: present.length > 0,
      }),
    );
    const { audit, mail } = await joinByInvitation(tx, invitation, person, now);
    return { result: { organization: invitation.organization.slug }, audit, mail };
  },
});
