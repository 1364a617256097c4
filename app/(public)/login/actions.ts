"use server";

import { signIn } from "@/lib/domain/identity/commands/signIn";
import { signedInCookies } from "@/lib/domain/identity/cookies";
import { homeOf } from "@/lib/domain/organizations/places";
import { safePath } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const signInAction = action(signIn, {
  cookies: signedInCookies,
  then: async (_, { values }, caller) => safePath(String(values.then ?? ""), "") || (await homeOf(caller)),
});
