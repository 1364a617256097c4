import { NotSignedIn, Refused } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import { now } from "@/lib/platform/clock";
import { database, inTransaction } from "@/lib/platform/database";
import { beginAttempt, forgetAttempts } from "@/lib/platform/failureCounter";
import { isKnownBrowser } from "@/lib/platform/knownBrowser";
import { verifyPassword } from "@/lib/platform/passwords";
import { type CookieToSet, sessionCookie, startSession } from "@/lib/platform/session";
import { hashToken } from "@/lib/platform/tokens";
import type { Caller } from "./caller";

type Confirmed = { caller: Caller; cookies: CookieToSet[] };

/**
 * Takes the password that a form asked for once more: it renews the session's confirmation for 15 minutes, or, where
 * the session ended while the form was being filled in, opens a new one for the account the form was made for.
 * Throws {@link Refused} on a wrong password and throttles like sign-in.
 */
export async function confirmIdentity(caller: Caller, password: string): Promise<Confirmed> {
  const session = await livingSession(caller.sessionToken);
  const userId = session?.userId ?? caller.form?.userId ?? "";
  const user = isUuid(userId) ? await database().user.findUnique({ where: { id: userId } }) : null;
  if (!user) throw new NotSignedIn();
  const attempt = {
    account: user.id,
    addressPrefix: caller.addressPrefix,
    knownBrowser: (await isKnownBrowser(user.id, caller.browserToken)) ? caller.browserToken : null,
  };
  await beginAttempt(attempt);
  if (!(await verifyPassword(user.passwordHash, password)))
    throw new Refused(["wrong_password"], "_password");
  await forgetAttempts(attempt);
  if (session) {
    await database().session.update({ where: { id: session.id }, data: { confirmedAt: now() } });
    return { caller, cookies: [] };
  }
  const sessionToken = await inTransaction(async (tx) => {
    // A password replaced in the meantime is not the one that was compared.
    const [same] = await tx.rows(
      `SELECT 1 FROM "User" WHERE "id" = $1::uuid AND "passwordHash" = $2 FOR SHARE`,
      user.id,
      user.passwordHash,
    );
    if (!same) throw new Refused(["wrong_password"], "_password");
    return startSession(user.id, 1, caller, tx);
  });
  return { caller: { ...caller, sessionToken }, cookies: [sessionCookie(sessionToken)] };
}

async function livingSession(token: string | null) {
  if (!token) return null;
  return database().session.findFirst({
    where: {
      tokenHash: hashToken(token),
      revokedAt: null,
      idleExpiresAt: { gt: now() },
      expiresAt: { gt: now() },
    },
  });
}
