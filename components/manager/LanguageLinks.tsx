import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";

export interface LanguageChoice {
  label: string;
  current: Locale;
  /** Server action that stores the choice; the page comes back in the new language. It is sent `locale`. */
  action: (data: FormData) => void | Promise<void>;
}

/** One button per language, each in its own language. */
export function LanguageLinks({ label, current, action }: LanguageChoice) {
  return (
    <form action={action} aria-label={label} className="contents">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
