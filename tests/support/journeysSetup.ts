import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./sources";
import { startTestServer } from "./testServer";

/** Handed from the set-up to Playwright's workers. */
const SERVER = "KONTOR_TEST_SERVER";

/** The test server's maintenance database, as its owner. */
export function maintenanceUrl(): string {
  const url = process.env[SERVER];
  if (!url) throw new Error("The database is not running: journeys are started by Playwright.");
  return url;
}

/** Playwright's set-up: one PostgreSQL for all; each worker starts the product on a database of its own. */
export default async function setUp() {
  if (!existsSync(join(ROOT, ".next/BUILD_ID")))
    throw new Error("There is no build to try: node scripts/run.mjs build");
  const server = await startTestServer();
  process.env[SERVER] = server.maintenanceUrl;
  return () => server.stop();
}
