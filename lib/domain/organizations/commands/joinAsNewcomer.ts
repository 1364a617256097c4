import { openAccount } from "@/lib/domain/identity/account";
import { LocaleChoice, NewPassword, PersonName } from "@/lib/domain/identity/inputs";
import { ensure } from "@/lib/kernel/decision";
import { personalCommand } from "@/lib/pipeline/command";
import { Link } from "../inputs";
import { invitationToAnswer } from "../invitation";
import { joinByInvitation } from "../joining";
import { mayAccept } from "../rules/invitations";

/**
 * Accepts an invitation by creating an account, with the invited address and no other (ORG-1, USR-8, USR-9):
 * the newcomer joins the inviting organization and gets none of their own.
 */
export const joinAsNewcomer = personalCommand("account.opened", {
  permission: "invitation.answer",
  input: Link.extend({
    firstName: PersonName,
    lastName: PersonName,
    password: NewPassword,
    locale: LocaleChoice,
  }),
  async run({ tx, now }, { token, ...who }) {
    const invitation = await invitationToAnswer(tx, token, now);
    ensure(
      mayAccept({
        state: invitation.state,
        invited: invitation.email,
        holder: invitation.email,
        isMember: false,
      }),
    );
    const account = await openAccount(tx, { ...who, email: invitation.email, now });
    const joiner = { userId: account.userId, name: account.name, email: invitation.email };
    const { audit, mail } = await joinByInvitation(tx, invitation, joiner, now);
    return {
      result: {
        organization: invitation.organization.slug,
        ticket: account.ticket,
        browser: account.browser,
      },
      audit: [account.audit, audit],
      mail,
    };
  },
});
