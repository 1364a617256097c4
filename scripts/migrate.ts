import { runMigrations } from "graphile-worker";
import pg from "pg";
import { loadCatalogue } from "./catalogue";
import { ensureAppRole } from "./database/appRole";
import { type Migration, migrationList, readMigrations } from "./database/migrations";
import { PlainError } from "./say";

/** The letters "Kontor" as a number: instances that start at once wait here for each other. */
const LOCK = "82700911128434";

/**
 * Brings a database up to date, as its owner: the application's role, Kontor's migrations, the job queue's, the catalogue.
 * Gives the names of the migrations applied, none when there was nothing to do. Several instances may call it at once.
 * Each migration is one transaction together with its record, so an interrupted one leaves no trace.
 * Throws a sentence when the database's history is not the repository's.
 * `appUrl` is the application's address where it is not the derived one; `migrations` are the repository's if not given, and so is `catalogue`,
 * the file that says what is sold.
 */
export async function migrate(
  ownerUrl: string,
  appUrl?: string,
  { migrations, catalogue }: { migrations?: readonly Migration[]; catalogue?: string | undefined } = {},
): Promise<string[]> {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
  });
  // A lost connection is told by the query that misses it; without these it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await pool.query(`SELECT pg_advisory_lock(${LOCK})`);
    await ensureAppRole(pool, ownerUrl, appUrl);
    const all = migrations ?? (await readMigrations());
    const pending = await pendingOf(pool, all);
    for (const migration of pending) await apply(pool, all.slice(0, all.indexOf(migration) + 1));
    await runMigrations({ pgPool: pool });
    // Other migrations than the repository's make no tables for it.
    if (!migrations) await loadCatalogue(pool, catalogue);
    return pending.map(({ name }) => name);
  } finally {
    await pool.end();
  }
}

type Record = { migration_name: string; checksum: string; finished: boolean };

async function pendingOf(pool: pg.Pool, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows: tables } = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!tables[0]?.there) return [...migrations];
  const { rows } = await pool.query<Record>(
    "SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const names = (wrong: (record: Record) => boolean) =>
    rows
      .filter(wrong)
      .map((record) => record.migration_name)
      .join(", ");
  refuse(
    names((record) => !known.has(record.migration_name)),
    "The database was migrated by a newer Kontor",
  );
  refuse(
    names((record) => !record.finished),
    "A migration was begun by another tool and did not end",
  );
  refuse(
    names((record) => known.get(record.migration_name)?.checksum !== record.checksum),
    "A migration was changed after it had been applied",
  );
  const applied = new Set(rows.map((record) => record.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

function refuse(names: string, sentence: string): void {
  if (names === "") return;
  throw new PlainError(
    `${sentence}: ${names}. In development, npm run db:reset starts over; elsewhere, nothing was changed.`,
  );
}

/** Applies the last of `migrations`; those before it are applied already. */
async function apply(pool: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  // Loaded only here: the engine is large, and mostly there is nothing to do.
  const { NO_FILTERS, schemaEngine } = await import("./database/engine");
  const { engine, failure } = await schemaEngine(pool);
  await pool.query("BEGIN");
  try {
    await engine.applyMigrations({ migrationsList: await migrationList(migrations), filters: NO_FILTERS });
    await pool.query("COMMIT");
  } catch (error) {
    await pool.query("ROLLBACK");
    const reason = failure() ?? (error instanceof Error ? error.message : String(error));
    throw new PlainError(`The migration ${migrations.at(-1)?.name} failed, and was taken back: ${reason}`);
  } finally {
    engine.free();
  }
}
