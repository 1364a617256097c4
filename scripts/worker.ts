import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { Logger, run } from "graphile-worker";
import pg from "pg";
import { disconnect } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { CRONTAB, workerTasks } from "@/lib/platform/jobs/tasks";
import { log } from "@/lib/platform/log";
import { consoleToLog } from "./consoleToLog";
import { tellReady, untilStopped } from "./parent";
import { main, PlainError } from "./say";

const HEARTBEAT_MILLISECONDS = 10_000;
const JOBS_AT_ONCE = 5;
const LONGEST_PAUSE = 10_000;

const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;
const logger = new Logger((scope) => (level, message) => {
  log[LEVELS[level]]({ job: scope.jobId, task: scope.taskIdentifier }, message);
});

/**
 * The worker process: does the jobs of the queue, and says every ten seconds that it lives. A database that goes away
 * is waited for. SIGTERM lets the jobs in hand be finished; those that are not are done by the next worker.
 */
await main(async () => {
  const { databaseUrl } = env();
  if (!databaseUrl)
    throw new PlainError(
      "The worker needs DATABASE_URL, the queue's connection. npm start runs one by itself.",
    );
  if (process.env.NODE_ENV === "production") consoleToLog();
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: JOBS_AT_ONCE + 3,
    connectionTimeoutMillis: 5_000,
  });
  pool.on("error", ({ message }) => log.warn({ reason: message }, "the worker lost a connection"));
  pool.on("connect", (client) => client.on("error", () => undefined));
  const tasks = workerTasks();
  const heart = setInterval(() => void beat(pool), HEARTBEAT_MILLISECONDS);
  let isStopping = false;
  const stopped = untilStopped().then(() => {
    isStopping = true;
  });

  for (let failures = 0; !isStopping; ) {
    try {
      const options = { pgPool: pool, taskList: tasks.taskList, crontab: CRONTAB };
      const runner = await run({ ...options, concurrency: JOBS_AT_ONCE, noHandleSignals: true, logger });
      await beat(pool);
      tellReady();
      failures = 0;
      await Promise.race([stopped.then(() => runner.stop()), runner.promise]);
    } catch (error) {
      if (isStopping) break;
      failures += 1;
      log.error({ err: error }, "the queue cannot be worked on; it is tried again");
      await Promise.race([stopped, pause(Math.min(500 * 2 ** failures, LONGEST_PAUSE))]);
    }
  }
  clearInterval(heart);
  await pool.query('DELETE FROM "WorkerHeartbeat" WHERE "id" = $1', [hostname()]).catch(() => undefined);
  tasks.close();
  await disconnect();
  await pool.end();
});

/** Says that this worker lives; forgets those that have not for a day. */
async function beat(pool: pg.Pool): Promise<void> {
  try {
    await pool.query(
      `WITH gone AS (DELETE FROM "WorkerHeartbeat" WHERE "at" < now() - interval '1 day' AND "id" <> $1)
       INSERT INTO "WorkerHeartbeat" ("id", "at") VALUES ($1, now()) ON CONFLICT ("id") DO UPDATE SET "at" = excluded."at"`,
      [hostname()],
    );
  } catch (error) {
    log.warn({ err: error }, "the sign of life could not be written");
  }
}
