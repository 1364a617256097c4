"use server";

import { chooseLanguage } from "@/lib/domain/identity/commands/chooseLanguage";
import { localeCookie } from "@/lib/domain/identity/cookies";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const chooseLanguageAction = action(chooseLanguage, {
  cookies: async ({ locale }) => [localeCookie(locale)],
  // Back by redirect: the answer is then in the language chosen, and not in the one left.
  then: () => routes.after(routes.language(), "language-saved"),
});
