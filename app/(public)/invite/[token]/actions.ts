"use server";

import { signOut } from "@/lib/domain/identity/commands/signOut";
import { signedInCookies, signedOutCookies } from "@/lib/domain/identity/cookies";
import { acceptInvitation } from "@/lib/domain/organizations/commands/acceptInvitation";
import { joinAsNewcomer } from "@/lib/domain/organizations/commands/joinAsNewcomer";
import { refuseInvitation } from "@/lib/domain/organizations/commands/refuseInvitation";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const acceptInvitationAction = action(acceptInvitation, {
  then: ({ organization }) => routes.after(routes.overview(organization), "joined"),
});

export const joinAsNewcomerAction = action(joinAsNewcomer, {
  cookies: signedInCookies,
  then: ({ organization }) => routes.after(routes.overview(organization), "joined"),
});

/** The same page then says that it was refused. */
export const refuseInvitationAction = action(refuseInvitation, {
  then: (_, { values }) => routes.invitation(String(values.token)),
});

/** Ends the session of the account that was not invited, and comes back to the invitation. */
export const switchToInvitedAction = action(signOut, {
  cookies: async () => signedOutCookies(),
  then: (_, { values }) => routes.invitation(String(values.token)),
});
