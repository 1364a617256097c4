import { database } from "./database";
import { log } from "./log";

/**
 * Deletes what expired and is of no use any more: answers to forms after a week, tickets and links that were used or
 * ran out, unfinished invitations and teams and ended sessions after thirty days, counted attempts once they count no more.
 */
export async function forgetLeftovers(): Promise<void> {
  const rows = await database().$queryRaw<{ what: string; gone: bigint }[]>`SELECT * FROM forget_leftovers()`;
  const gone = Object.fromEntries(rows.map((row) => [row.what, Number(row.gone)]));
  log.info(gone, "leftovers deleted");
}
