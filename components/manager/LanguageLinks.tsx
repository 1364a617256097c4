import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";

export interface LanguageChoice {
  label: string;
  current: Locale;
  /** Server action that stores the choice and comes back to `returnTo`. It is sent `locale` and `returnTo`. */
  action: (data: FormData) => void | Promise<void>;
  returnTo: string;
}

/** One button per language, each in its own language. */
export function LanguageLinks({ label, current, action, returnTo }: LanguageChoice) {
  return (
    <form action={action} aria-label={label} className="contents">
      <input type="hidden" name="returnTo" value={returnTo} />
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
