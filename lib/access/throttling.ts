/** Failures in a row that cost nothing; people mistype. */
const FREE_FAILURES = 5;
const FIRST_DELAY_SECONDS = 15;
const LONGEST_DELAY_SECONDS = 15 * 60;

/** A network prefix is many people: it may fail this many times as often as one account. */
export const PREFIX_ALLOWANCE = 20;

/** Seconds to wait after that many failures in a row: none at first, then doubling up to a quarter of an hour. */
export function delaySeconds(failures: number, allowance = 1): number {
  const over = failures - FREE_FAILURES * allowance;
  if (over < 0) return 0;
  return Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** Math.min(over, 10));
}
