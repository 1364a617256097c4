import type { Sql } from "@/prisma/stage";

/** What migrating filled: the history itself, and what is sold. */
const FILLED = ["_prisma_migrations", "ProductKind", "Offer", "Price"];

/**
 * Deletes every row that a test can have made, but those of the tables named in `kept` and of the catalogue.
 * Triggers and foreign keys are asleep meanwhile, so that what may never be deleted is.
 */
export async function emptyTables(sql: Sql, kept: string[] = []): Promise<void> {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1) AND (
       n.nspname = 'public' OR (n.nspname = 'graphile_worker' AND c.relname IN ('_private_jobs', '_private_job_queues')))`,
    [[...FILLED, ...kept]],
  );
  const deletes = tables.map(({ name }) => `DELETE FROM ${name};`).join("\n");
  await sql(`BEGIN; SET LOCAL session_replication_role = replica; ${deletes} COMMIT;`);
}
