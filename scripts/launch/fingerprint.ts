import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** Every file under the given files and folders, sorted; what does not exist is left out. */
async function filesOf(places: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    places.map(async (place) => {
      const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => undefined);
      if (!entries) return [place];
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
    }),
  );
  return lists.flat().sort();
}

/** A short name for the contents of files and folders: the same contents, the same name. */
async function fingerprint(places: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  const files = await filesOf(places);
  const contents = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  for (const [index, content] of contents.entries())
    hash.update(`${files[index]}\0${content.length}\0`).update(content);
  return hash.digest("hex");
}

/** Makes something again when what it is made from has changed since `stamp` was written. Says whether it did. */
export async function whenStale(
  stamp: string,
  sources: readonly string[],
  make: () => Promise<void>,
): Promise<boolean> {
  const today = await fingerprint(sources);
  if ((await readFile(stamp, "utf8").catch(() => "")) === today) return false;
  await make();
  await writeFile(stamp, today);
  return true;
}
