import { openAccount } from "@/lib/domain/identity/account";
import { LocaleChoice, NewPassword, PersonName } from "@/lib/domain/identity/inputs";
import { hashAllowedPassword } from "@/lib/domain/identity/passwords";
import { ensure } from "@/lib/kernel/decision";
import { personalCommand } from "@/lib/pipeline/command";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/database";
import { AcceptedTerms, Link } from "../inputs";
import { invitationByLink, invitationToAnswer } from "../invitation";
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
    terms: AcceptedTerms,
  }),
  // Hashing takes its time on purpose: others are not kept waiting for the organization meanwhile.
  async before(_, { token, ...who }) {
    const invitation = await inTransaction((tx) => invitationByLink(tx, token, now()));
    ensure(mayAccept(asNewcomer(invitation)));
    return hashAllowedPassword(who.password, { ...who, email: invitation.email });
  },
  async run({ tx, now, prepared: passwordHash }, { token, ...who }) {
    const invitation = await invitationToAnswer(tx, token, now);
    ensure(mayAccept(asNewcomer(invitation)));
    const account = await openAccount(tx, { ...who, passwordHash, email: invitation.email, now });
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

/** The newcomer gets the invited address, and is nowhere yet. */
const asNewcomer = ({ state, email }: Awaited<ReturnType<typeof invitationByLink>>) => ({
  state,
  invited: email,
  holder: email,
  isMember: false,
});
