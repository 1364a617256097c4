import { cookies, headers } from "next/headers";
import { cache } from "react";
import { chooseLocale, LOCALE_COOKIE, type Locale } from "./locales";
import { type Translate, translator } from "./translator";

/**
 * Translator and locale of the page being rendered (or of the action being run):
 * the user's setting (cookie `kontor-locale`), else the browser's wish, else English. Once per request.
 */
export const pageText = cache(async (): Promise<{ t: Translate; locale: Locale }> => {
  const [cookieJar, requestHeaders] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale({
    setting: cookieJar.get(LOCALE_COOKIE)?.value,
    acceptLanguage: requestHeaders.get("accept-language"),
  });
  return { t: translator(locale), locale };
});
