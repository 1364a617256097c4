import { delaySeconds, PREFIX_ALLOWANCE } from "@/lib/access/throttling";
import { addSeconds } from "@/lib/kernel/dates";
import { Throttled } from "@/lib/kernel/failures";
import { now } from "./clock";
import { database } from "./database";
import { hashTokenHex } from "./tokens";

/** Whose failures count: the account (known or not), and the network. */
export type Attempt = {
  /** User id, or the canonical address where there is no such user: both answer alike. */
  account: string;
  addressPrefix: string;
  /** The known browser's token: strangers' failures elsewhere do not lock it out. */
  knownBrowser: string | null;
};

const keysOf = (attempt: Attempt): { key: string; allowance: number }[] => [
  {
    key: attempt.knownBrowser
      ? `browser:${hashTokenHex(`${attempt.knownBrowser}:${attempt.account}`)}`
      : `account:${hashTokenHex(attempt.account)}`,
    allowance: 1,
  },
  ...(attempt.addressPrefix
    ? [{ key: `network:${attempt.addressPrefix}`, allowance: PREFIX_ALLOWANCE }]
    : []),
];

/** Throws {@link Throttled} while an earlier failure's delay runs. Every channel that takes a secret asks this first. */
export async function ensureNotThrottled(attempt: Attempt): Promise<void> {
  const at = now();
  const blocked = await database().failureCounter.findMany({
    where: { key: { in: keysOf(attempt).map(({ key }) => key) }, blockedUntil: { gt: at } },
  });
  const until = Math.max(...blocked.map((row) => row.blockedUntil.getTime()));
  if (blocked.length > 0) throw new Throttled(Math.ceil((until - at.getTime()) / 1_000));
}

/** Counts a failure. It stands in a transaction of its own: the failure stays although the command is rolled back. */
export async function countFailure(attempt: Attempt): Promise<void> {
  const at = now();
  for (const { key, allowance } of keysOf(attempt)) {
    const [row] = await database().$queryRaw<{ failures: number }[]>`
      INSERT INTO "FailureCounter" ("key", "failures", "lastFailedAt", "blockedUntil") VALUES (${key}, 1, ${at}, ${at})
      ON CONFLICT ("key") DO UPDATE SET
        "failures" = CASE WHEN "FailureCounter"."lastFailedAt" < ${at}::timestamptz - interval '1 day'
                     THEN 1 ELSE "FailureCounter"."failures" + 1 END,
        "lastFailedAt" = ${at}
      RETURNING "failures"`;
    const delay = delaySeconds(row?.failures ?? 1, allowance);
    if (delay > 0)
      await database().failureCounter.update({
        where: { key },
        data: { blockedUntil: addSeconds(at, delay) },
      });
  }
}

/** Forgets the account's failures after a success; the network's fade by themselves. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  const [account] = keysOf(attempt);
  if (account) await database().failureCounter.deleteMany({ where: { key: account.key } });
}
