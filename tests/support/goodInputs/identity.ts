import { PASSWORD } from "@/prisma/cast";
import { type GoodInputs, good } from "./use";

export const identityInputs: GoodInputs = {
  "identity/changeProfile": good("account.use", () => ({ firstName: "Ada", lastName: "Lovelace" })),
  "identity/chooseAppearance": good("account.use", () => ({ appearance: "dark" })),
  "identity/chooseLanguage": good("language.choose", () => ({ locale: "fr" })),
  "identity/presence": good("session.open", () => ({})),
  "identity/profile": good("account.use", () => ({})),
  "identity/requestPasswordReset": good("password.recover", (at) => ({ email: at.relation.email })),
  "identity/resetLink": good("password.recover", (at) => ({ token: at.crowd.passwordReset })),
  "identity/resetPassword": good("password.recover", (at) => ({
    token: at.crowd.passwordReset,
    password: "slow boats over 7 quiet rivers",
  })),
  "identity/signIn": good("session.open", (at) => ({ email: at.relation.email, password: PASSWORD })),
  "identity/signOut": good("session.open", () => ({})),
};
