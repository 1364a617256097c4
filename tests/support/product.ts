import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Child, startChild } from "@/scripts/launch/child";
import { freePort } from "@/scripts/processes";
import { ROOT } from "./sources";
import { cloneTemplate, startTestServer, type TestDatabase } from "./testServer";

/** The built product as the journeys meet it. */
export type Product = { baseUrl: string; database: TestDatabase };

/** Handed from the set-up to Playwright's workers. */
const RUNNING = "KONTOR_TEST_PRODUCT";

/** What the surroundings say about a real installation does not reach this one. */
const DEFAULTS = {
  ...{ NODE_ENV: "production", LOG_LEVEL: "warn", NEXT_TELEMETRY_DISABLED: "1", WEB_CONCURRENCY: "1" },
  ...{ DATABASE_URL: undefined, SMTP_URL: undefined, MAIL_FROM: undefined },
};

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
  const children: Child[] = [];
  const tearDown = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await server.stop();
  };
  try {
    const database = await cloneTemplate(server.maintenanceUrl, "kontor_journeys");
    const port = String(await freePort());
    const baseUrl = `http://localhost:${port}`;
    const common = { ...DEFAULTS, BASE_URL: baseUrl, DATABASE_APP_URL: database.app };
    children.push(startChild("serve", { ...common, PORT: port }));
    children.push(startChild("worker", { ...common, DATABASE_URL: database.owner }));
    for (const child of children) child.say("listen");
    await Promise.all(children.map(({ ready }) => ready));
    process.env[RUNNING] = JSON.stringify({ baseUrl, database } satisfies Product);
  } catch (cause) {
    await tearDown();
    throw cause;
  }
  return tearDown;
}
