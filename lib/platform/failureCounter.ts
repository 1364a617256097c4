import { delaySeconds, PREFIX_ALLOWANCE } from "@/lib/access/throttling";
import { Throttled } from "@/lib/kernel/failures";
import { now } from "./clock";
import { database, type Transaction } from "./database";
import { hashTokenHex } from "./tokens";

/** Whose attempts count: the account (known or not), and the network. */
export type Attempt = {
  /** User id, or the canonical address where there is no such user: both answer alike. */
  account: string;
  addressPrefix: string;
  /** Token of a browser known for this account: it is counted by itself, so that strangers never lock it out. */
  knownBrowser: string | null;
};

type Counted = { key: string; allowance: number };

const countedBy = ({ account, addressPrefix, knownBrowser }: Attempt): Counted[] =>
  knownBrowser
    ? [{ key: `browser:${hashTokenHex(`${knownBrowser}:${account}`)}`, allowance: 1 }]
    : [
        { key: `account:${hashTokenHex(account)}`, allowance: 1 },
        ...(addressPrefix ? [{ key: `network:${addressPrefix}`, allowance: PREFIX_ALLOWANCE }] : []),
      ];

/**
 * Counts an attempt before its secret is looked at, so that many at once get no more tries than one after the other.
 * Throws {@link Throttled} while the delay of earlier ones runs. Every channel that takes a secret begins here; it stands
 * outside the transaction of the command, and stays when that is rolled back.
 */
export async function beginAttempt(attempt: Attempt): Promise<void> {
  for (const counted of countedBy(attempt)) await take(counted);
}

async function take({ key, allowance }: Counted): Promise<void> {
  const at = now();
  // Seconds to wait after the 1st, 2nd, … attempt; the last entry stands for all further ones.
  const delays = Array.from({ length: 11 + 5 * allowance }, (_, i) => delaySeconds(i + 1, allowance));
  const taken = await database().$queryRaw<unknown[]>`
    INSERT INTO "FailureCounter" AS c ("key", "failures", "lastFailedAt", "blockedUntil")
    VALUES (${key}, 1, ${at}, ${at})
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN c."lastFailedAt" < ${at}::timestamptz - interval '1 day' THEN 1 ELSE c."failures" + 1 END,
      "lastFailedAt" = ${at},
      "blockedUntil" = ${at}::timestamptz + make_interval(secs =>
        CASE WHEN c."lastFailedAt" < ${at}::timestamptz - interval '1 day' THEN 0
        ELSE (${delays}::int[])[least(c."failures" + 1, ${delays.length}::int)] END)
    WHERE c."blockedUntil" <= ${at}
    RETURNING c."key"`;
  if (taken.length > 0) return;
  const row = await database().failureCounter.findUnique({ where: { key } });
  const wait = (row?.blockedUntil.getTime() ?? 0) - at.getTime();
  throw new Throttled(Math.max(1, Math.ceil(wait / 1_000)));
}

/** After a success: the account (or known browser) starts afresh, and the network takes this one attempt back. */
export async function forgetAttempts(
  attempt: Attempt,
  client: Pick<Transaction, "failureCounter"> = database(),
): Promise<void> {
  const [own, network] = countedBy(attempt);
  if (own) await client.failureCounter.deleteMany({ where: { key: own.key } });
  if (network)
    await client.failureCounter.updateMany({
      where: { key: network.key },
      data: { failures: { decrement: 1 }, blockedUntil: now() },
    });
}
