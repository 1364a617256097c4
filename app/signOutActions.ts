"use server";

import { signOut } from "@/lib/domain/identity/commands/signOut";
import { signedOutCookies } from "@/lib/domain/identity/cookies";
import { routes } from "@/lib/kernel/routes";
import { plainAction } from "@/lib/pipeline/action";

/** "Sign out" in the account menu. A page of another account leads to how things stand now, and ends nothing. */
export const signOutAction = plainAction(signOut, {
  otherwise: routes.lastOrganization(),
  cookies: async () => signedOutCookies(),
  then: () => routes.after(routes.login(), "signed-out"),
});
