import { readdir } from "node:fs/promises";
import path from "node:path";
import { database } from "./database";
import { log } from "./log";

/** How one thing that the console stands on is doing, with a figure for the reader. */
type Check = { readonly ok: boolean; readonly [figure: string]: boolean | number | string | null };

export type Readiness = {
  readonly ready: boolean;
  readonly checks: { readonly database: Check; readonly migrations: Check; readonly worker: Check };
};

const PATIENCE_MILLISECONDS = 3_000;
const HEARTBEAT_SECONDS = 60;
const UNKNOWN: Check = { ok: false, reason: "the database does not answer" };

/**
 * Whether this process can serve: the database answers within three seconds; every migration of this release is
 * applied, as the application's own role reads in `_prisma_migrations` (later ones, of a newer release that is being
 * rolled out, do no harm); and a worker gave a sign of life within the last minute, by the database's clock.
 */
export async function readiness(): Promise<Readiness> {
  const began = performance.now();
  try {
    const { applied, heartbeat } = await withinPatience(look());
    const pending = (await expectedMigrations()).filter((name) => !applied.includes(name)).length;
    const checks = {
      database: { ok: true, milliseconds: Math.round(performance.now() - began) },
      migrations: { ok: pending === 0, pending },
      worker: { ok: heartbeat !== null && heartbeat < HEARTBEAT_SECONDS, secondsSinceHeartbeat: heartbeat },
    };
    return { ready: Object.values(checks).every(({ ok }) => ok), checks };
  } catch (error) {
    log.warn({ err: error }, "not ready");
    return { ready: false, checks: { database: UNKNOWN, migrations: UNKNOWN, worker: UNKNOWN } };
  }
}

type Seen = { applied: string[]; heartbeat: number | null };

async function look(): Promise<Seen> {
  const rows = await database().$queryRaw<Seen[]>`
    SELECT
      array(SELECT "migration_name"::text FROM "_prisma_migrations"
            WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL) AS "applied",
      (SELECT floor(extract(epoch FROM now() - max("at")))::int FROM "WorkerHeartbeat") AS "heartbeat"`;
  const [seen] = rows;
  if (!seen) throw new Error("the database answered without a row");
  return seen;
}

let expected: Promise<string[]> | undefined;

/** The migrations that this release brings; they do not change while it runs. */
function expectedMigrations(): Promise<string[]> {
  expected ??= readdir(path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations")).then(
    (names) => names.filter((name) => /^\d{14}_/.test(name)),
  );
  return expected;
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
