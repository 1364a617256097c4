import { cookies } from "next/headers";
import type { AccountData } from "@/components/manager/shellTypes";
import { pageText } from "@/lib/i18n/page";
import { APPEARANCE_COOKIE, readAppearance } from "@/lib/kernel/appearance";
import { routes } from "@/lib/kernel/routes";
import { switchAppearanceAction, switchLanguageAction } from "./preferenceActions";
import { signOutAction } from "./signOutActions";

/** What the account menu of every signed-in page shows; `role` in words, where there is an organization. */
export async function accountMenu(
  person: { userId: string; name: string; email: string },
  role?: string,
): Promise<AccountData> {
  const [{ locale }, jar] = await Promise.all([pageText(), cookies()]);
  return {
    name: person.name,
    address: person.email,
    role,
    manageHref: routes.account(),
    appearance: {
      current: readAppearance(jar.get(APPEARANCE_COOKIE)?.value),
      action: switchAppearanceAction,
    },
    language: { current: locale, action: switchLanguageAction },
    logOut: signOutAction,
    hidden: { _user: person.userId },
  };
}
