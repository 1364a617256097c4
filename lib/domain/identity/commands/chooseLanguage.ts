import { z } from "zod";
import { personalCommand } from "@/lib/pipeline/command";
import { LocaleChoice } from "../inputs";

/** The language of this browser and, for those signed in, of their account and its mails (PREF-1). */
export const chooseLanguage = personalCommand("language.chosen", {
  permission: "language.choose",
  input: z.object({ locale: LocaleChoice }),
  async run({ tx, person }, { locale }) {
    if (!person) return { result: { locale }, audit: [] };
    await tx.user.update({ where: { id: person.userId }, data: { locale } });
    return {
      result: { locale },
      audit: {
        subject: { type: "account", id: person.userId, name: person.name },
        before: { locale: person.locale },
        after: { locale },
      },
    };
  },
});
