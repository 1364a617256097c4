import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** True while a process of this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function ofProcess(pid: number, linuxFile: string, column: string): Promise<string> {
  try {
    if (process.platform === "linux") return await readFile(`/proc/${pid}/${linuxFile}`, "utf8");
    return (await run("ps", ["-o", `${column}=`, "-p", String(pid)])).stdout.trim();
  } catch {
    return "";
  }
}

/** The command line of a process; empty when it is gone, or is dead and only not yet buried. */
export async function commandOf(pid: number): Promise<string> {
  return (await ofProcess(pid, "cmdline", "command")).replaceAll("\0", " ").trim();
}

/**
 * A process told apart from a later one that was given the same id: by the moment it started.
 * Undefined when it is gone.
 */
export async function identityOf(pid: number): Promise<string | undefined> {
  if ((await commandOf(pid)) === "") return undefined;
  const stat = await ofProcess(pid, "stat", "lstart");
  // On Linux the 22nd field; counted after the name, which may itself hold spaces and brackets.
  const started = process.platform === "linux" ? stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] : stat;
  return started ? `${pid}@${started}` : undefined;
}

/** Waits until `isDone` says so; false when that did not happen within `milliseconds`. */
export async function waitUntil(
  isDone: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  for (const end = performance.now() + milliseconds; ; await pause(20)) {
    if (await isDone()) return true;
    if (performance.now() > end) return false;
  }
}

/** True when this process may listen on the port. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** `preferred` when it is free on this machine's own address, else any free port. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isPortFree(preferred, "127.0.0.1"))) return preferred;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = address && typeof address === "object" ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
