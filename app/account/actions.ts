"use server";

import { changeProfile } from "@/lib/domain/identity/commands/changeProfile";
import { action } from "@/lib/pipeline/action";

export const changeProfileAction = action(changeProfile, {
  done: (t) => t("account.profile.saved"),
});
