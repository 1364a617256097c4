import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm";

/** One migration of the folder. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const prismaFolder = fileURLToPath(new URL("../../prisma", import.meta.url));
export const migrationsFolder = path.join(prismaFolder, "migrations");

/** The migrations of the repository, oldest first. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** The same, as the schema engine wants them. */
export async function migrationList(migrations: readonly Migration[]): Promise<MigrationList> {
  const lockfile = "migration_lock.toml";
  return {
    baseDir: migrationsFolder,
    lockfile: { path: lockfile, content: await readFile(path.join(migrationsFolder, lockfile), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** Today's schema: every file of prisma/schema. */
export async function readSchema(): Promise<SchemaContainer[]> {
  const folder = path.join(prismaFolder, "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(folder, name),
      content: await readFile(path.join(folder, name), "utf8"),
    })),
  );
}
