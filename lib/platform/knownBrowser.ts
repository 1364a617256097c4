import { database, type Transaction } from "./database";
import { hashToken, newToken } from "./tokens";

/** Cookie of a browser that has signed in before. */
export const BROWSER_COOKIE = "kontor-browser";

/** Whether this person has signed in from the browser that holds this token. */
export async function isKnownBrowser(userId: string, token: string | null): Promise<boolean> {
  const known = await database().knownBrowser.findUnique({
    where: { userId_tokenHash: { userId, tokenHash: hashToken(token ?? "") } },
  });
  return known !== null;
}

/** Remembers that this person has signed in from this browser; returns the token for its cookie, new where it had none. */
export async function rememberBrowser(
  tx: Transaction,
  userId: string,
  token: string | null,
  at: Date,
): Promise<string> {
  const kept = token && /^[\w-]{43}$/.test(token) ? token : newToken();
  const tokenHash = hashToken(kept);
  await tx.knownBrowser.upsert({
    where: { userId_tokenHash: { userId, tokenHash } },
    create: { userId, tokenHash, lastSeenAt: at },
    update: { lastSeenAt: at },
  });
  return kept;
}
