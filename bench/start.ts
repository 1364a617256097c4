import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/processes";
import { type Line, line, median, round } from "./support/line";
import { untilAnswering } from "./support/servers";

const ROUNDS = 5;

/** From `npm start`, the second time, to the first page. */
export async function run(): Promise<Line[]> {
  const data = mkdtempSync(join(tmpdir(), "kontor-bench-start-"));
  try {
    const first = await secondsToFirstPage(data);
    const seconds: number[] = [];
    for (let number = 0; number < ROUNDS; number++) seconds.push(await secondsToFirstPage(data));
    const ours = round(median(seconds), 2);
    return [
      line({
        bench: "start/second",
        goal: 1,
        better: "lower",
        ours,
        limit: 5,
        unit: "s",
        rounds: ROUNDS,
        first: round(first, 1),
      }),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function secondsToFirstPage(data: string): Promise<number> {
  const port = String(await freePort());
  const { DATABASE_URL: _owner, DATABASE_APP_URL: _app, ...environment } = process.env;
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    env: { ...environment, KONTOR_DATA: data, PORT: port, BASE_URL: `http://localhost:${port}` },
    stdio: "ignore",
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await untilAnswering(`http://localhost:${port}/login`);
  const seconds = (performance.now() - began) / 1_000;
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await ended;
  return seconds;
}
