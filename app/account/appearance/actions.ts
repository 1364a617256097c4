"use server";

import { chooseAppearance } from "@/lib/domain/identity/commands/chooseAppearance";
import { appearanceCookie } from "@/lib/domain/identity/cookies";
import { action } from "@/lib/pipeline/action";

export const chooseAppearanceAction = action(chooseAppearance, {
  cookies: async ({ appearance }) => [appearanceCookie(appearance)],
  done: (t) => t("account.appearance.saved"),
});
