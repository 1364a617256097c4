/** The languages Kontor speaks. The first one is the fallback. */
export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

/** Name of each language in that language: a reader must recognise their own. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", fr: "Français" };

/** Cookie that carries the user's language setting to the server (see PREF-1). */
export const LOCALE_COOKIE = "kontor-locale";

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

const primaryTag = (tag: string) => tag.trim().toLowerCase().split("-")[0];

/** The best language of an `Accept-Language` header, by its weights; `null` when it names none of ours. */
function localeFromHeader(header: string | null | undefined): Locale | null {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";");
      const weight = parameters
        .find((parameter) => parameter.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return { tag: primaryTag(tag), weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter((wish) => wish.weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wishes.map((wish) => wish.tag).find(isLocale) ?? null;
}

/** The language to show: the user's setting, else what the browser asks for, else English (PREF-1). */
export function chooseLocale(wish: { setting?: string | null; acceptLanguage?: string | null }): Locale {
  if (isLocale(wish.setting)) return wish.setting;
  return localeFromHeader(wish.acceptLanguage) ?? DEFAULT_LOCALE;
}
