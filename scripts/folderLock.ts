import { createHash, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { identityOf } from "./processes";
import { PlainError } from "./say";

/** Who holds a data folder: one process at a time may. */
export type Holder = { readonly pid: number; readonly identity: string; readonly doing: string };

// A note is never replaced: whoever takes over from a killed process adds a note that is named after the one before.
// Adding fails when the name is there, so of many that take over at once only one does. The last note says who holds.
type Note = { readonly file: string; readonly text: string };

const nextTo = (folder: string, last: Note | undefined) =>
  path.join(folder, last ? `lock.${createHash("sha256").update(last.text).digest("hex")}` : "lock");

async function notesOf(folder: string): Promise<Note[]> {
  const notes: Note[] = [];
  for (;;) {
    const file = nextTo(folder, notes.at(-1));
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) return notes;
    notes.push({ file, text });
  }
}

async function livingHolder(note: Note | undefined): Promise<Holder | undefined> {
  if (!note) return undefined;
  try {
    const holder = JSON.parse(note.text) as Holder;
    return (await identityOf(holder.pid)) === holder.identity ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** The living process that holds the folder, if one does. A killed one leaves a note, but holds nothing. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  return livingHolder((await notesOf(folder)).at(-1));
}

/**
 * Takes the data folder for this process, until it ends or calls the function that this gives.
 * Throws a sentence when a living process holds it; takes over from a killed one.
 */
export async function holdFolder(folder: string, doing: string): Promise<() => void> {
  await mkdir(folder, { recursive: true });
  const identity = (await identityOf(process.pid)) ?? String(process.pid);
  const text = JSON.stringify({ pid: process.pid, identity, doing, once: randomUUID() });
  const mine = path.join(folder, `lock.${randomUUID()}`);
  await writeFile(mine, text);
  try {
    for (;;) {
      const last = (await notesOf(folder)).at(-1);
      const holder = await livingHolder(last);
      if (holder) {
        throw new PlainError(
          `Kontor already runs from ${path.resolve(folder)} (${holder.doing}, process ${holder.pid}). Stop it first.`,
        );
      }
      const file = nextTo(folder, last);
      if (!(await added(mine, file))) continue;
      // The notes before may have been taken away meanwhile: a note that none leads to holds nothing.
      const notes = await notesOf(folder);
      if (notes.some((note) => note.text === text)) return releasing(notes);
      await rm(file, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function added(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

// The first note goes first: from then on the folder is free, and the others lead nowhere.
function releasing(notes: readonly Note[]): () => void {
  const release = () => {
    process.off("exit", release);
    for (const { file } of notes) rmSync(file, { force: true });
  };
  process.once("exit", release);
  return release;
}
