"use server";

import { chooseAppearance } from "@/lib/domain/identity/commands/chooseAppearance";
import { chooseLanguage } from "@/lib/domain/identity/commands/chooseLanguage";
import { appearanceCookie, localeCookie } from "@/lib/domain/identity/cookies";
import { routes } from "@/lib/kernel/routes";
import { plainAction } from "@/lib/pipeline/action";

/** The languages below public cards and in the account menu: the page comes back in the one chosen. */
export const switchLanguageAction = plainAction(chooseLanguage, {
  otherwise: routes.lastOrganization(),
  cookies: async ({ locale }) => [localeCookie(locale)],
});

/** Light, dark or automatic from the account menu. */
export const switchAppearanceAction = plainAction(chooseAppearance, {
  otherwise: routes.lastOrganization(),
  cookies: async ({ appearance }) => [appearanceCookie(appearance)],
});
