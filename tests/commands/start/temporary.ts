import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Cluster, startCluster } from "@/scripts/postgres/cluster";

/** A folder that only this test knows, closed to other users as temporary folders are; `forget` deletes it. */
export function temporaryFolder(): { path: string; forget: () => void } {
  const path = mkdtempSync(join(tmpdir(), "kontor-start-"));
  return { path, forget: () => rmSync(path, { recursive: true, force: true }) };
}

/** A PostgreSQL of the test's own, forgetful and therefore fast. */
export const startTestCluster = (folder: string): Promise<Cluster> =>
  startCluster(folder, { durable: false, configuration: { log_statement: "none" } });

/** Runs one statement on a connection of its own. */
export async function run<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Makes an empty database beside that of `url`, and gives its address. */
export async function makeDatabase(url: string, name: string): Promise<string> {
  await run(url, `CREATE DATABASE "${name}"`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}
