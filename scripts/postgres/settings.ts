import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Settings = z.object({
  port: z.number().int(),
  password: z.string().min(1),
  /** How far the demo story got: one that was begun and not finished is told again from the start. */
  demo: z.enum(["begun", "told"]).optional(),
});

/** What is remembered about the embedded PostgreSQL of a data folder. */
export type ClusterSettings = z.infer<typeof Settings>;

const OWNER = "kontor";
const DATABASE = "kontor";
const settingsFile = (folder: string) => path.join(folder, "cluster.json");

/** What is remembered, or undefined when the folder has no embedded PostgreSQL yet. */
export async function readSettings(folder: string): Promise<ClusterSettings | undefined> {
  try {
    return Settings.parse(JSON.parse(await readFile(settingsFile(folder), "utf8")));
  } catch {
    return undefined;
  }
}

/** Remembers, readable by this user only; a power cut leaves the old file or the new one, never half of one. */
export async function writeSettings(folder: string, settings: ClusterSettings): Promise<void> {
  const file = settingsFile(folder);
  await writeFile(`${file}.new`, JSON.stringify(settings), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export function newSettings(port: number): ClusterSettings {
  return { port, password: randomBytes(24).toString("base64url") };
}

/** The embedded database as its owner. */
export function ownerUrlOf({ port, password }: ClusterSettings, database = DATABASE): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

export { DATABASE, OWNER };
