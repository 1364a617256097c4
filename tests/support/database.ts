import pg from "pg";
import { emptyTables } from "./emptyTables";
import type { TestDatabase } from "./testServer";

/**
 * The database of the running test file. Each file has a fresh copy of the migrated template; rows are deleted
 * after each test, unless the file calls {@link keepRows}.
 */

let current: (TestDatabase & { pool: pg.Pool }) | undefined;
let kept = false;

/** Connection strings: `owner` sees everything and bypasses row-level security, `app` is what the product uses. */
export function testDatabase(): TestDatabase {
  if (!current) throw new Error("There is no test database here: this file is not a command test.");
  return { owner: current.owner, app: current.app };
}

/** The rows of a statement, run as the owner: for looking behind the product's back. */
export async function asOwner<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  testDatabase();
  return ((await current?.pool.query(sql, values))?.rows ?? []) as Row[];
}

/** Called at the top of a file whose tests look at one world that is made once (`beforeAll`). */
export function keepRows() {
  kept = true;
}

/** Deletes every row that tests can have made. */
const emptyDatabase = () => emptyTables(asOwner);

/** For the set-up of a file only: from now on this is its database. */
export function enterDatabase(database: TestDatabase) {
  current = { ...database, pool: new pg.Pool({ connectionString: database.owner, max: 2 }) };
  process.env.DATABASE_URL = database.owner;
  process.env.DATABASE_APP_URL = database.app;
  process.env.LOG_LEVEL ??= "silent";
  // Vitest sets this one for its own purposes.
  process.env.BASE_URL = "http://localhost:3000";
}

/** For the set-up of a file only: after each test. */
export async function afterTest() {
  if (!kept) await emptyDatabase();
}

/** For the set-up of a file only: at the end. */
export async function leaveDatabase() {
  await current?.pool.end();
  current = undefined;
}
