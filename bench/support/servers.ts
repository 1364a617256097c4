import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { join } from "node:path";
import { startWeb } from "@/scripts/launch/child";
import { freePort } from "@/scripts/processes";
import type { BenchWorld } from "./world";

const ROOT = process.cwd();
const RUN = join(ROOT, "scripts/run.mjs");
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/** A running server: its origin, and what ends it. */
export type Running = { origin: string; stop(): Promise<void> };

/** The built product on the benchmark's world. */
export async function startProduct(world: BenchWorld, processes = 1): Promise<Running> {
  execFileSync(process.execPath, [RUN, "build"], { stdio: ["ignore", "ignore", "inherit"] });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = startWeb({
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    PORT: String(port),
    BASE_URL: origin,
    DATABASE_APP_URL: world.app,
    WEB_CONCURRENCY: String(processes),
  });
  child.listen();
  await child.ready;
  return { origin, stop: child.stop };
}

/** The bare application beside this file, built by the same Next. */
export async function startBare(): Promise<Running> {
  const folder = join(ROOT, "bench/bare");
  execFileSync(process.execPath, [NEXT, "build", folder], { stdio: ["ignore", "ignore", "inherit"] });
  const port = await freePort();
  const child = fork(NEXT, ["start", folder, "-p", String(port), "-H", "127.0.0.1"], { silent: true });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswering(`${origin}/users`);
  return { origin, stop: () => end(child) };
}

/** Waits until a URL answers 200. */
export async function untilAnswering(url: string): Promise<void> {
  for (;;) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
