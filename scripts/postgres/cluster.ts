import type { ChildProcess } from "node:child_process";
import { chmod, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { commandOf, freePort, isAlive, waitUntil } from "../processes";
import { PlainError, say } from "../say";
import { databaseAccount, spawnAs } from "./account";
import { locateBinaries } from "./binaries";
import { initialise, isWhole } from "./initialise";
import {
  type ClusterSettings,
  DATABASE,
  newSettings,
  ownerUrlOf,
  readSettings,
  writeSettings,
} from "./settings";

/** A running embedded PostgreSQL. */
export type Cluster = {
  /** The database as its owner, a superuser. */
  readonly ownerUrl: string;
  readonly pid: number;
  /** Resolves when it has ended, wanted or not. */
  readonly ended: Promise<void>;
  /** Ends it in order; open transactions are rolled back. */
  readonly stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** Configuration of PostgreSQL, such as `{ max_connections: "200" }`. */
  readonly configuration?: Readonly<Record<string, string>>;
  /** False for tests: faster, and lost when the machine loses power. */
  readonly durable?: boolean;
};

const MEGABYTE = 1024 * 1024;
const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts the PostgreSQL of a data folder, making it the first time, on this machine's own address only.
 * Recovers by itself from what a killed process leaves: an orphaned server, a stale postmaster.pid,
 * a half-made folder, a remembered port that another program has taken.
 */
export async function startCluster(dataFolder: string, options: ClusterOptions = {}): Promise<Cluster> {
  const folder = path.resolve(dataFolder);
  await mkdir(folder, { recursive: true });
  // Root's PostgreSQL runs under another account, which must be able to pass; the secrets inside are closed.
  await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  const data = path.join(folder, "database");
  const binaries = await locateBinaries();
  const account = await databaseAccount([binaries.postgres, folder]);
  let settings = await readSettings(folder);
  if (!settings) {
    settings = newSettings(await freePort());
    await writeSettings(folder, settings);
  }
  await stopOrphan(data);
  if (!(await isWhole(data))) {
    settings = { port: settings.port, password: settings.password };
    await writeSettings(folder, settings);
    const durable = options.durable ?? true;
    await initialise({ data, password: settings.password, account, binaries, durable });
  }

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(settings.port);
    if (port !== settings.port) {
      settings = { ...settings, port };
      await writeSettings(folder, settings);
    }
    const logFile = path.join(folder, "postgres.log");
    const log = await openLog(logFile);
    const configuration = {
      ...{ listen_addresses: "127.0.0.1", port: String(port), unix_socket_directories: "" },
      // After a kill everything is forced to the disk: by one call instead of a thousand files one by one.
      ...(process.platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {}),
      ...(options.durable === false ? NOT_DURABLE : {}),
      ...options.configuration,
    };
    const flags = Object.entries(configuration).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    // Detached: Ctrl-C reaches the whole terminal, and the database must outlive those that write to it.
    const child = spawnAs(account, binaries.postgres, ["-D", data, ...flags], log.fd, true);
    await log.close();
    const ended = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    const stop = () => stopChild(child, ended);
    const isRunning = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
    try {
      if (await answers(settings, isRunning))
        return { ownerUrl: ownerUrlOf(settings), pid: child.pid ?? 0, ended, stop };
    } catch (error) {
      await stop();
      throw error;
    }
    const tail = (await readFile(logFile, "utf8").catch(() => "")).trim().split("\n").slice(-8).join("\n");
    const passing = /in use|lock file/.test(tail);
    if (!passing || attempt === 5) throw new PlainError(`The embedded PostgreSQL did not start:\n${tail}`);
    await pause(200 * attempt);
  }
}

async function openLog(file: string) {
  const size = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  return open(file, size > 10 * MEGABYTE ? "w" : "a", 0o600);
}

/** Waits until the database answers, and makes it when the server has none yet. False when the server ended instead. */
async function answers(settings: ClusterSettings, isRunning: () => boolean): Promise<boolean> {
  while (isRunning()) {
    const client = new pg.Client({ connectionString: ownerUrlOf(settings), connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      await client.end().catch(() => undefined);
      const code = (error as { code?: string }).code;
      if (code === "3D000") await createDatabase(settings);
      if (code === "28P01") {
        throw new PlainError(
          "The embedded PostgreSQL does not know the password in cluster.json: they belong to different folders.",
        );
      }
    }
    await pause(20);
  }
  return false;
}

async function createDatabase(settings: ClusterSettings): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrlOf(settings, "postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
  }
}

/** Ends the server that a killed process left behind in this folder, and clears away what would pass for one. */
async function stopOrphan(data: string): Promise<void> {
  const pidFile = path.join(data, "postmaster.pid");
  const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
  if (!(pid > 0) || !isAlive(pid)) return;
  const isOurs = async () => (await commandOf(pid)).includes(data);
  if (!(await isOurs())) {
    // The id went to another program: PostgreSQL would wait for that one.
    await rm(pidFile, { force: true });
    return;
  }
  say("A database was left running by a Kontor that was killed: it is stopped first.");
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      throw new PlainError(`The database in ${data} is run by another user (process ${pid}).`);
    }
    if (await waitUntil(async () => !(await isOurs()), 10_000)) break;
  }
  if (isAlive(pid)) await rm(pidFile, { force: true });
}
