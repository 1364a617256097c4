import { Refused } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { database } from "@/lib/platform/database";
import { beginAttempt, forgetAttempts } from "@/lib/platform/failureCounter";
import { isKnownBrowser } from "@/lib/platform/knownBrowser";
import { verifyPassword } from "@/lib/platform/passwords";
import { NOBODY } from "./facts";
import { canonicalAddress } from "./rules/address";

export type Recognised = { userId: string; passwordHash: string };

/**
 * The account that this address and password belong to, and the hash they were compared with. An unknown address takes the same steps, the same time
 * and the same answer as a wrong password: {@link Refused} `wrong_credentials`. Throws {@link Throttled} after too
 * many attempts for the account or from the network; a browser known for the account is counted by itself.
 */
export async function recognise(
  caller: Caller,
  given: { email: string; password: string },
): Promise<Recognised> {
  const canonical = canonicalAddress(given.email);
  const address = "address" in canonical ? canonical.address : given.email;
  const user = await database().user.findUnique({ where: { email: address } });
  const known = await isKnownBrowser(user?.id ?? NOBODY, caller.browserToken);
  const attempt = {
    account: user?.id ?? address,
    addressPrefix: caller.addressPrefix,
    knownBrowser: known ? caller.browserToken : null,
  };
  await beginAttempt(attempt);
  const right = await verifyPassword(user?.passwordHash ?? null, given.password);
  if (!user || !right) throw new Refused(["wrong_credentials"]);
  await forgetAttempts(attempt);
  return { userId: user.id, passwordHash: user.passwordHash };
}
