/** What a page can be told to say was just done. */
export const NOTICES = [
  ...(["changed", "removed", "resent", "revoked", "replaced", "joined"] as const),
  ...(["access-given", "access-changed", "access-withdrawn"] as const),
  ...(["team-created", "team-ended", "team-joined", "team-left", "team-access"] as const),
  ...(["resource-created", "resource-renamed", "resource-shared", "resource-ended"] as const),
  ...(["left", "language-saved", "password-changed", "signed-out"] as const),
];
export type NoticeWord = (typeof NOTICES)[number];

/** What to say, and to how many it was done; `also`: a second number of the same sentence. */
export type Notice = { word: NoticeWord; count: number; also?: number };

/** Where a form leads once it is done, and what that page says, once. */
export type Destination = { to: string; notice: Notice };

/**
 * Cookie that carries a notice from the action to the page it leads to: no address can be typed that says something was
 * done, and reloading does not say it again. The HTTP server takes it back with the page that said it.
 */
export const NOTICE_COOKIE = "kontor-notice";

/** Seconds that a browser has to come for the page. */
export const NOTICE_SECONDS = 60;

/** Set by the HTTP server on a page that said its notice: within one answer an action may lead to its page. */
export const SAID_HEADER = "x-kontor-said";

const pathOf = (address: string): string => address.split(/[?#]/, 1)[0] ?? "";

/** The cookie's value: what is said, and on which page. */
export const writeNotice = ({ to, notice }: Destination): string =>
  `${notice.word}.${notice.count}.${notice.also === undefined ? "" : `${notice.also}.`}${pathOf(to)}`;

/** The notice for the page at this address; null when there is none, or when it is for another page. */
export function readNotice(value: string | undefined, address: string): Notice | null {
  const [, known, count, also, path] =
    /^([a-z-]+)\.(\d{1,5})\.(?:(\d{1,5})\.)?(\/.*)$/s.exec(value ?? "") ?? [];
  const word = NOTICES.find((one) => one === known);
  return word && path === pathOf(address)
    ? { word, count: Number(count), ...(also === undefined ? {} : { also: Number(also) }) }
    : null;
}
