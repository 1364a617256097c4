import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Cluster, startCluster } from "@/scripts/postgres/cluster";
import { isPortFree } from "@/scripts/processes";
import { run, startTestCluster, temporaryFolder } from "./temporary";

// Making a data folder takes most of the time: these tests start and stop the same one.
const shared = temporaryFolder();
let folder = shared;
let running: Cluster[] = [];

afterEach(async () => {
  await Promise.all(running.map((cluster) => cluster.stop()));
  running = [];
  if (folder !== shared) folder.forget();
  folder = shared;
});
// Made quickly, without forcing it to the disk; what is written later is.
beforeAll(async () => (await startTestCluster(shared.path)).stop());
afterAll(() => shared.forget());

async function start(): Promise<Cluster> {
  // Those that are killed must be durable; those that are made must be quick.
  const cluster = await (folder === shared ? startCluster(folder.path) : startTestCluster(folder.path));
  running.push(cluster);
  return cluster;
}

const inFolder = (...names: string[]) => join(folder.path, ...names);
const remembered = () => JSON.parse(readFileSync(inFolder("cluster.json"), "utf8"));
const remember = (cluster: Cluster) =>
  run(cluster.ownerUrl, "CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS answer");
const recall = (cluster: Cluster) => run(cluster.ownerUrl, "SELECT answer FROM kept");

test("the second start finds the data of the first, on the same port", async () => {
  const first = await start();
  await remember(first);
  await first.stop();
  const second = await start();
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await recall(second)).toEqual([{ answer: 42 }]);
});

test("it listens on this machine's own address only, and its password is nobody else's to read", async () => {
  const { ownerUrl } = await start();
  expect(await run(ownerUrl, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await run(ownerUrl, "SHOW unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
  expect(statSync(inFolder("cluster.json")).mode & 0o777).toBe(0o600);
  expect(new URL(ownerUrl).password.length).toBeGreaterThanOrEqual(32);
  const guess = new URL(ownerUrl);
  guess.password = "kontor";
  await expect(run(guess.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

test("the server never runs as root, and runs for root all the same", async () => {
  const { pid } = await start();
  const owner = statSync(inFolder("database", "PG_VERSION")).uid;
  if (existsSync("/proc")) expect(statSync(`/proc/${pid}`).uid).toBe(owner);
  expect(owner).not.toBe(0);
  const self = process.getuid?.();
  if (self !== 0) expect(owner).toBe(self);
});

test("a server that a killed start left running is stopped first, and nothing is lost", async () => {
  const orphan = await start();
  await remember(orphan);
  const next = await start();
  await orphan.ended;
  expect(next.pid).not.toBe(orphan.pid);
  expect(await recall(next)).toEqual([{ answer: 42 }]);
});

test("a killed server's stale pid file does not stand in the way", async () => {
  const killed = await start();
  await remember(killed);
  process.kill(killed.pid, "SIGKILL");
  await killed.ended;
  expect(existsSync(inFolder("database", "postmaster.pid"))).toBe(true);
  expect(await recall(await start())).toEqual([{ answer: 42 }]);
});

test("a stale pid file whose id went to another program does not stand in the way", async () => {
  const killed = await start();
  await remember(killed);
  process.kill(killed.pid, "SIGKILL");
  await killed.ended;
  const pidFile = inFolder("database", "postmaster.pid");
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid)));
  expect(await recall(await start())).toEqual([{ answer: 42 }]);
});

test("when another program took the remembered port, a free one is chosen and remembered", async () => {
  const first = await start();
  await remember(first);
  await first.stop();
  const { port } = remembered();
  const other = await occupy(port);
  try {
    const second = await start();
    expect(remembered().port).not.toBe(port);
    expect(second.ownerUrl).toContain(`:${remembered().port}/`);
    expect(await recall(second)).toEqual([{ answer: 42 }]);
  } finally {
    other.close();
  }
});

test("what an interrupted first start left half made is made again", async () => {
  folder = temporaryFolder();
  mkdirSync(inFolder("database.new", "base"), { recursive: true });
  const cluster = await start();
  expect(await run(cluster.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(existsSync(inFolder("database.new"))).toBe(false);
});

test("a data folder that is not whole is set aside, not deleted, and the demo is told again", async () => {
  folder = temporaryFolder();
  await (await start()).stop();
  writeFileSync(inFolder("cluster.json"), JSON.stringify({ ...remembered(), demo: "told" }));
  rmSync(inFolder("database", "global"), { recursive: true });
  const cluster = await start();
  expect(await run(cluster.ownerUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(readdirSync(folder.path).some((name) => name.startsWith("database.broken-"))).toBe(true);
  expect(remembered()).not.toHaveProperty("demo");
});

test("data of another PostgreSQL is refused in words and left alone", async () => {
  folder = temporaryFolder();
  await (await start()).stop();
  writeFileSync(inFolder("database", "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17/);
  expect(existsSync(inFolder("database", "global", "pg_control"))).toBe(true);
});

test("stopping gives the port back", async () => {
  const cluster = await start();
  const { port } = remembered();
  await cluster.stop();
  expect(await isPortFree(port, "127.0.0.1")).toBe(true);
});

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
  });
}
