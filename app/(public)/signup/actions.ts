"use server";

import { signedInCookies } from "@/lib/domain/identity/cookies";
import { signUp } from "@/lib/domain/organizations/commands/signUp";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const signUpAction = action(signUp, {
  cookies: signedInCookies,
  then: ({ organization }) => routes.overview(organization),
});
