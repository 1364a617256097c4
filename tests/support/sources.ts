import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** Written by a tool, or not ours: nobody reads it as code. */
const NOT_OURS = new Set(["node_modules", "generated", ".next", ".kontor", "test-results", "results"]);

export type Source = { path: string; text: string };

/** Every file of ours under `folders` (paths from the repository's root) whose name matches `name`. */
export function sources(folders: string[], name: RegExp): Source[] {
  return folders
    .map((folder) => join(ROOT, folder))
    .filter(existsSync)
    .flatMap((folder) => walk(folder))
    .filter((path) => name.test(path))
    .map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, "utf8") }));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(path) : [path];
    });
}
