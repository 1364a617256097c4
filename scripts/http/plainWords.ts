import type { IncomingMessage } from "node:http";
import { chooseLocale, LOCALE_COOKIE, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const SETTING = new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`);

/** The language of whoever asks, as every page has it. */
export const localeOf = ({ headers }: IncomingMessage): Locale =>
  chooseLocale({
    setting: SETTING.exec(headers.cookie ?? "")?.[1],
    acceptLanguage: headers["accept-language"],
  });

/** A title, a text, the way on, and the id to quote where there is one, as HTML without anything that needs a page of ours. */
export const plainWords = (
  locale: Locale,
  { title, text, open, reference }: { title: string; text: string; open: string; reference: string | null },
): string => `<main lang="${locale}">
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">${open}</a></p>
${reference ? `<p><small>${translator(locale)("server.reference", { reference })}</small></p>\n` : ""}</main>`;
