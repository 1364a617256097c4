import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** A thing that must hold about the source, and the command that says whether it does. */
export type Gate = { name: string; command: string[] };

/** How a gate or a part of the tests ended. `output` is everything it said. */
export type Outcome = { name: string; passed: boolean; seconds: number; output: string };

const ROOT = join(import.meta.dirname, "..");

/** The command of an installed package. */
export const bin = (name: string) => join(ROOT, "node_modules/.bin", name);
/** The command that runs a script of ours. */
export const script = (name: string) => [process.execPath, join(ROOT, "scripts/run.mjs"), name];

/** The folders whose imports are watched. */
const WATCHED = ["app", "components", "lib", "prisma", "scripts", "tests", "bench"];

/** All gates that need neither a database nor a browser. */
export const GATES: Gate[] = [
  { name: "types", command: [bin("tsc"), "--noEmit"] },
  { name: "dead code", command: [bin("knip"), "--no-progress"] },
  {
    name: "boundaries",
    command: [bin("depcruise"), ...WATCHED.filter((folder) => existsSync(join(ROOT, folder)))],
  },
  { name: "format", command: [bin("biome"), "format", "."] },
  { name: "lint", command: [bin("biome"), "lint", "--error-on-warnings", "."] },
  {
    name: "import order",
    command: [bin("biome"), "check", "--formatter-enabled=false", "--linter-enabled=false", "."],
  },
];

/** Makes what the gates read and git does not hold: the database client, and Next's types of the routes. */
export async function generateSources(): Promise<Outcome[]> {
  const outcomes = [await run({ name: "database client", command: script("generate") })];
  if (existsSync(join(ROOT, "app")))
    outcomes.push(await run({ name: "route types", command: [bin("next"), "typegen"] }));
  return outcomes;
}

/** Runs gates side by side, as many at once as `lanes`; every one runs, whatever another says. */
export async function runAll(gates: Gate[], lanes: number): Promise<Outcome[]> {
  const waiting = [...gates];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) outcomes.push(await run(gate));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return gates.flatMap((gate) => outcomes.filter(({ name }) => name === gate.name));
}

type RunOptions = { env?: Record<string, string>; loud?: boolean; minutes?: number };

/**
 * Runs a command to its end. Never throws: what cannot start, or is not done after `minutes` (5), has failed.
 * `loud` also shows what it says while it says it.
 */
export function run(
  { name, command }: Gate,
  { env, loud = false, minutes = 5 }: RunOptions = {},
): Promise<Outcome> {
  const began = Date.now();
  const [file = "", ...args] = command;
  return new Promise((resolve) => {
    // A group of its own, so that what it started ends with it.
    const child = spawn(file, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (loud) process.stdout.write(chunk);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const endGroup = () => {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    };
    const limit = setTimeout(() => {
      output += `\n${name} was not done after ${minutes} minutes and was stopped.\n`;
      endGroup();
    }, minutes * 60_000);
    const interrupted = () => {
      endGroup();
      process.exit(130);
    };
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, interrupted);
    const end = (passed: boolean) => {
      clearTimeout(limit);
      for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, interrupted);
      resolve({ name, passed, seconds: (Date.now() - began) / 1000, output });
    };
    child.on("error", (cause) => {
      output += `${cause}\n`;
      end(false);
    });
    child.on("close", (code) => end(code === 0));
  });
}

/** In full, what those that failed had to say. */
export function tellFailures(outcomes: Outcome[]) {
  for (const { name, passed, output } of outcomes)
    if (!passed)
      console.log(`\n── ${name} ${"─".repeat(Math.max(4, 76 - name.length))}\n${output.trimEnd()}`);
}

/** One line for each outcome. */
export function tellTable(outcomes: Outcome[]) {
  console.log();
  for (const { name, passed, seconds } of outcomes)
    console.log(`  ${passed ? "ok    " : "FAILED"}  ${name.padEnd(30)}${seconds.toFixed(1).padStart(6)} s`);
}
