"use server";

import { signIn } from "@/lib/domain/identity/commands/signIn";
import { signedInCookies } from "@/lib/domain/identity/cookies";
import { routes, safePath } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const signInAction = action(signIn, {
  cookies: signedInCookies,
  then: (_, { values }) => safePath(String(values.then ?? ""), routes.lastOrganization()),
});
