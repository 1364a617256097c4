"use server";

import { requestPasswordReset } from "@/lib/domain/identity/commands/requestPasswordReset";
import { action } from "@/lib/pipeline/action";

export const requestPasswordResetAction = action(requestPasswordReset, {
  done: (t, { minutes }) => t("identity.forgot.sent", { minutes }),
});
