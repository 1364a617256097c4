import { LOCALE_COOKIE } from "@/lib/i18n/locales";
import { APPEARANCE_COOKIE, type Appearance } from "@/lib/kernel/appearance";
import { env } from "@/lib/platform/env";
import { BROWSER_COOKIE } from "@/lib/platform/knownBrowser";
import { type CookieToSet, type Origin, openSession, sessionCookie } from "@/lib/platform/session";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

const lasting = (name: string, value: string): CookieToSet => ({
  name,
  value,
  options: {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().isHttps,
    maxAge: YEAR_SECONDS,
  },
});

/** The language of this browser, which follows the user's own at sign-in (PREF-1). */
export const localeCookie = (locale: string): CookieToSet => lasting(LOCALE_COOKIE, locale);

/** The appearance of this browser, which follows the user's own at sign-in (PREF-1). */
export const appearanceCookie = (appearance: Appearance): CookieToSet =>
  lasting(APPEARANCE_COOKIE, appearance);

/** What a browser gets once the last factor has passed; nothing when the ticket is not good (any more). */
export async function signedInCookies(
  opened: { ticket: string; browser: string; locale?: string; appearance?: Appearance },
  origin: Origin,
): Promise<CookieToSet[]> {
  const session = await openSession(opened.ticket, origin);
  if (!session) return [];
  return [
    session,
    lasting(BROWSER_COOKIE, opened.browser),
    ...(opened.locale ? [localeCookie(opened.locale)] : []),
    ...(opened.appearance ? [appearanceCookie(opened.appearance)] : []),
  ];
}

/** What a browser forgets when it signs out: the session, and nothing that makes it known. */
export const signedOutCookies = (): CookieToSet[] => [sessionCookie("")];
