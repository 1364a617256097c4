import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { converse } from "../parent";
import { PlainError } from "../say";
import type { Running } from "./company";

type Environment = Readonly<Record<string, string | undefined>>;

/** One of Kontor's own processes. */
export type Child = Running & {
  /** Resolves when the process says that it is ready; rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Tells the process to listen, as soon as it is prepared. */
  readonly listen: () => void;
};

const PATIENCE_MILLISECONDS = 15_000;

/**
 * Starts a web process. A page leaves some megabytes of short-lived objects; with more room for them the collector
 * runs less often and moves fewer, which is a fifteenth of a page's cost.
 */
export const startWeb = (environment: Environment): Child =>
  startChild("serve", environment, ["--max-semi-space-size=32"]);

/** Starts `scripts/<name>.ts` as a process of its own, which ends when this one is gone. */
export function startChild(
  name: string,
  environment: Environment,
  nodeOptions: readonly string[] = [],
): Child {
  const child = spawn(process.execPath, [...nodeOptions, "scripts/run.mjs", name], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Ctrl-C reaches everything at the terminal at once; this way the order of ending is ours.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const conversation = converse({
    on: (event, hear) => child.on(event, hear),
    send: (message) => child.connected && child.send(message),
  });
  const ready = Promise.race([
    conversation.ready,
    ended.then(() => Promise.reject(new PlainError(`The ${name} process ended before it was ready.`))),
  ]);
  // Whoever waits for it sees the failure; nobody has to.
  ready.catch(() => undefined);
  return { ended, ready, listen: conversation.listen, stop: () => stopProcess(child, ended) };
}

/** Asks a process to end, and ends it when it does not within fifteen seconds. */
async function stopProcess(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([ended, pause(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
  }
}

/**
 * Runs a program of a package, or a script of ours, to its end. What it prints is shown only when it fails.
 * Throws a sentence beginning with `failure`.
 */
export function runToEnd(
  parameters: readonly string[],
  environment: Environment,
  failure: string,
): Running & { readonly done: Promise<void> } {
  const child = spawn(process.execPath, [...parameters], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  const done = ended.then(() => {
    if (child.exitCode !== 0) throw new PlainError(`${failure}\n${output.trim()}`);
  });
  done.catch(() => undefined);
  return { ended, done, stop: () => stopProcess(child, ended) };
}
