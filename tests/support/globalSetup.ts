import type { TestProject } from "vitest/node";
import { startTestServer } from "./testServer";

declare module "vitest" {
  interface ProvidedContext {
    /** The test server's maintenance database, as its owner. */
    maintenanceUrl: string;
  }
}

/** One PostgreSQL for the whole run of the command tests. */
export default async function setup(project: TestProject) {
  const server = await startTestServer();
  project.provide("maintenanceUrl", server.maintenanceUrl);
  return () => server.stop();
}
