import autocannon from "autocannon";
import { median, round } from "./line";

/** Something that answers requests: its URL, and the headers that sign in. */
export type Target = { url: string; headers?: Record<string, string> };

const CONNECTIONS = 10;
const WARM_UP_SECONDS = 5;
const SHOT_SECONDS = 2;
const ROUNDS = 9;
/** A base that swings by more than this was measured on a busy machine: once more. */
const LARGEST_SWING = 1.3;

export type Comparison = { ours: number; limit: number; swing: number; rounds: number };

/** Requests per second of two targets, in short alternating shots after a warm-up; medians. */
export async function compare(ours: Target, limit: Target, tries = 3): Promise<Comparison> {
  await shoot(ours, WARM_UP_SECONDS);
  await shoot(limit, WARM_UP_SECONDS);
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await shoot(ours, SHOT_SECONDS));
    theirs.push(await shoot(limit, SHOT_SECONDS));
  }
  const swing = Math.max(...theirs) / Math.min(...theirs);
  if (swing > LARGEST_SWING && tries > 1) {
    console.error(`the base swung by ${swing.toFixed(2)}: measuring again`);
    return compare(ours, limit, tries - 1);
  }
  return {
    ours: round(median(mine), 1),
    limit: round(median(theirs), 1),
    swing: round(swing, 2),
    rounds: ROUNDS,
  };
}

async function shoot(target: Target, seconds: number): Promise<number> {
  const result = await autocannon({
    url: target.url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { "accept-encoding": "gzip", accept: "text/html", ...target.headers },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${target.url}: ${result.non2xx} answers were not 200, ${result.errors} failed`);
  return result.requests.total / result.duration;
}
