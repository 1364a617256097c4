import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { appRoleUrl } from "@/lib/platform/appRole";
import { migrate } from "@/scripts/migrate";
import { startCluster } from "@/scripts/postgres/cluster";

/** A PostgreSQL for one run of the tests: fast, forgetful, gone at the end. */
export type TestServer = {
  /** The database that is always there, as the server's owner. */
  maintenanceUrl: string;
  stop(): Promise<void>;
};

/** The same database twice: as the owner that migrates and looks at everything, and as the application. */
export type TestDatabase = { owner: string; app: string };

const TEMPLATE = "kontor_template";

/** Starts the server and makes the migrated, empty template database. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "kontor-test-database-"));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  try {
    const configuration = { max_connections: "200", log_statement: "none" };
    const cluster = await startCluster(folder, { durable: false, configuration });
    const stop = async () => {
      await cluster.stop();
      forget();
    };
    try {
      await statements(cluster.ownerUrl, [`CREATE DATABASE "${TEMPLATE}"`]);
      await migrate(inDatabase(cluster.ownerUrl, TEMPLATE));
    } catch (cause) {
      await stop();
      throw cause;
    }
    return { maintenanceUrl: cluster.ownerUrl, stop };
  } catch (cause) {
    forget();
    throw cause;
  }
}

/** Copies the template; a database of that name is replaced, whoever is still connected to it. */
export async function cloneTemplate(maintenanceUrl: string, name: string): Promise<TestDatabase> {
  await statements(maintenanceUrl, [
    `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`,
    `CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}"`,
  ]);
  const owner = inDatabase(maintenanceUrl, name);
  return { owner, app: appRoleUrl(owner) };
}

function inDatabase(url: string, name: string) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function statements(url: string, texts: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}
