import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { migrate } from "../migrate";
import { PlainError } from "../say";
import { NO_FILTERS, schemaEngine } from "./engine";
import { migrationsFolder, readMigrations, readSchema } from "./migrations";

/**
 * The SQL that a migrated database lacks to be as prisma/schema says; empty when they agree.
 * What Prisma's schema cannot say (CHECK, partial index, trigger, policy, grant) is not looked at.
 */
export async function schemaDrift(ownerUrl: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    const { engine } = await schemaEngine(pool);
    const files = await readSchema();
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(migrationsFolder) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    engine.free();
    const sql = stdout ?? "";
    return sql.includes("This is an empty migration") ? "" : sql.trim();
  } finally {
    await pool.end();
  }
}

/**
 * Writes the next migration: what a database with today's migrations lacks to be as prisma/schema says.
 * It is a draft: a person reads it and adds what Prisma's schema cannot say. Gives the file's path.
 * `serverUrl` leads to a server where a scratch database may be made.
 */
export async function draftMigration(name: string, serverUrl: string): Promise<string> {
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
    throw new PlainError(
      "Name the migration by what it brings, in small letters: npm run db:migration -- partner_notes",
    );
  }
  const sql = await inScratchDatabase(serverUrl, async (url) => {
    await migrate(url);
    return schemaDrift(url);
  });
  if (sql === "")
    throw new PlainError("The migrations already say what prisma/schema says: there is nothing to draft.");
  const folder = path.join(migrationsFolder, `${await nextStamp()}_${name}`);
  await mkdir(folder);
  const file = path.join(folder, "migration.sql");
  await writeFile(file, `${sql}\n`);
  return file;
}

/** The moment in UTC as 14 digits, and in any case after the last migration. */
async function nextStamp(): Promise<string> {
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const last = (await readMigrations()).at(-1)?.name.slice(0, 14) ?? "0";
  return now > last ? now : String(BigInt(last) + 1n);
}

async function inScratchDatabase<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `kontor_scratch_${process.pid}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(`CREATE DATABASE ${name}`);
    return await work(url.href);
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.end();
  }
}
