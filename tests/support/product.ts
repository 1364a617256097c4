import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@/scripts/processes";
import { ROOT } from "./sources";
import { cloneTemplate, startTestServer, type TestDatabase } from "./testServer";

/** The built product as the journeys meet it. */
export type Product = { baseUrl: string; database: TestDatabase };

/** Handed from the set-up to Playwright's workers. */
const RUNNING = "KONTOR_TEST_PRODUCT";

/** The product that the set-up started. */
export function runningProduct(): Product {
  const running = process.env[RUNNING];
  if (!running) throw new Error("The product is not running: journeys are started by Playwright.");
  return JSON.parse(running) as Product;
}

/** Playwright's set-up: database, web process and job worker; gives back what stops them. */
export default async function setUp() {
  if (!existsSync(join(ROOT, ".next/BUILD_ID"))) throw new Error("There is no build yet: npx next build");
  const server = await startTestServer();
  const children: ChildProcess[] = [];
  const tearDown = async () => {
    await Promise.all(children.map(end));
    await server.stop();
  };
  try {
    const database = await cloneTemplate(server.maintenanceUrl, "kontor_journeys");
    const port = await freePort();
    const baseUrl = `http://localhost:${port}`;
    const common = {
      BASE_URL: baseUrl,
      DATABASE_APP_URL: database.app,
      LOG_LEVEL: "warn",
    };
    children.push(start("serve", { ...common, PORT: String(port) }));
    children.push(start("worker", { ...common, DATABASE_URL: database.owner }));
    await Promise.all(children.map(ready));
    process.env[RUNNING] = JSON.stringify({ baseUrl, database } satisfies Product);
  } catch (cause) {
    await tearDown();
    throw cause;
  }
  return tearDown;
}

function start(script: string, env: Record<string, string>): ChildProcess {
  // Nothing of the surroundings' settings: the product has these and its defaults.
  const { PATH, HOME, TMPDIR } = process.env;
  return fork(join(ROOT, "scripts/run.mjs"), [script], {
    cwd: ROOT,
    env: { PATH, HOME, TMPDIR, NODE_ENV: "production", ...env },
    execArgv: [],
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("message", (said) => {
      if (said === "ready") resolve();
    });
    child.once("exit", (code) => reject(new Error(`The product ended with ${code} before it was ready.`)));
    child.send("listen");
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
