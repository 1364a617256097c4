import { rmSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { identityOf } from "./processes";
import { PlainError } from "./say";

/** Who holds a data folder: one process at a time may. */
export type Holder = { readonly pid: number; readonly identity: string; readonly doing: string };

const lockFile = (folder: string) => path.join(folder, "lock");

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** The living process that holds the folder, if one does. A killed one leaves a note, but holds nothing. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const holder = await readHolder(lockFile(folder));
  return holder && (await identityOf(holder.pid)) === holder.identity ? holder : undefined;
}

/**
 * Takes the data folder for this process, until it ends or calls the function that this gives.
 * Throws a sentence when a living process holds it; takes over from a killed one.
 */
export async function holdFolder(folder: string, doing: string): Promise<() => void> {
  await mkdir(folder, { recursive: true });
  const file = lockFile(folder);
  const identity = (await identityOf(process.pid)) ?? String(process.pid);
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, identity, doing } satisfies Holder));
  try {
    for (;;) {
      try {
        await link(mine, file);
        const release = () => {
          process.off("exit", release);
          rmSync(file, { force: true });
        };
        process.once("exit", release);
        return release;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const holder = await holderOf(folder);
      if (holder) {
        throw new PlainError(
          `Kontor already runs from ${path.resolve(folder)} (${holder.doing}, process ${holder.pid}). Stop it first.`,
        );
      }
      await removeStale(file);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

// Moved away before it is looked at again: of two that take over at once, only one gets hold of the stale note.
async function removeStale(file: string): Promise<void> {
  const aside = `${file}.stale.${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const holder = await readHolder(aside);
  if (holder && (await identityOf(holder.pid)) === holder.identity)
    await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}
