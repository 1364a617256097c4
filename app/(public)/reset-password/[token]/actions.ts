"use server";

import { resetPassword } from "@/lib/domain/identity/commands/resetPassword";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const resetPasswordAction = action(resetPassword, {
  then: () => routes.after(routes.login(), "password-changed"),
});
