import { NotSignedIn } from "@/lib/kernel/failures";
import { personalCommand } from "@/lib/pipeline/command";
import { lockAccount } from "../facts";
import { AppearanceChoice } from "../inputs";
import { appearanceOf, storedAppearance } from "../rules/preferences";

/** Light, dark or automatic, kept with the account (PREF-1); the cookie carries it on this browser. */
export const chooseAppearance = personalCommand("appearance.chosen", {
  permission: "account.use",
  input: AppearanceChoice,
  async run({ tx, person }, { appearance }) {
    const account = person && (await lockAccount(tx, person.userId));
    if (!account) throw new NotSignedIn();
    await tx.user.update({
      where: { id: account.id },
      data: { appearance: storedAppearance(appearance) },
    });
    return {
      result: { appearance },
      audit: {
        subject: { type: "account", id: account.id, name: person.name },
        before: { appearance: appearanceOf(account.appearance) },
        after: { appearance },
      },
    };
  },
});
