import pg from "pg";
import { asOwner } from "./database";

/** What a request may touch without changing anything: it is signs of life, and the record of what was tried. */
const UNCOUNTED = new Set(["AuditEntry"]);
const SIGNS_OF_LIFE = `array['lastSeenAt', 'idleExpiresAt']`;

type Table = { schema: string; name: string };

/** Every row as it is now, to be put back or compared with later. Cheaper than making the world again. */
export class SavedRows {
  private constructor(
    private readonly tables: Table[],
    private fingerprintNow: string,
  ) {}

  /** Keeps a copy of every row beside its table. */
  static async take(): Promise<SavedRows> {
    const tables = await asOwner<Table>(`
      SELECT n.nspname AS "schema", c.relname AS "name" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND ((n.nspname = 'public' AND c.relname <> '_prisma_migrations')
        OR (n.nspname = 'graphile_worker' AND c.relname = '_private_jobs'))
      ORDER BY 1, 2`);
    const copies = tables.map(
      ({ schema, name }) => `CREATE TABLE kept."${name}" AS TABLE "${schema}"."${name}";`,
    );
    await asOwner(`DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept; ${copies.join("\n")}`);
    const saved = new SavedRows(tables, "");
    saved.fingerprintNow = await saved.fingerprint();
    return saved;
  }

  /**
   * One text for all rows: equal when and only when every row is. With `about`, only for rows that mention one of these
   * texts, the record of changes included.
   */
  async fingerprint(about: string[] = []): Promise<string> {
    const condition = about.length > 0 ? `WHERE row ~ ${pg.escapeLiteral(about.join("|"))}` : "";
    const parts = this.tables
      .filter(({ name }) => about.length > 0 || !UNCOUNTED.has(name))
      .map(
        ({ schema, name }) =>
          `SELECT '${name}' AS "table", md5(coalesce(string_agg(row, '' ORDER BY row), '')) AS "hash"
           FROM (SELECT (to_jsonb(t) - ${SIGNS_OF_LIFE})::text AS row FROM "${schema}"."${name}" t) rows ${condition}`,
      );
    const [all] = await asOwner<{ text: string }>(
      `SELECT string_agg("table" || ':' || "hash", ' ' ORDER BY "table") AS text FROM (${parts.join(" UNION ALL ")}) hashes`,
    );
    return all?.text ?? "";
  }

  /** The tables whose rows are not as they were kept. */
  async changedTables(): Promise<string[]> {
    const before = new Set(this.fingerprintNow.split(" "));
    return (await this.fingerprint())
      .split(" ")
      .filter((part) => !before.has(part))
      .map((part) => part.split(":")[0] ?? "");
  }

  /** Puts every row back. Triggers and foreign keys are asleep meanwhile. */
  async putBack(): Promise<void> {
    // The queue is empty when the rows are kept, and has columns that only it may write.
    const statements = this.tables.map(({ schema, name }) =>
      schema === "public"
        ? `DELETE FROM "${name}"; INSERT INTO "${name}" SELECT * FROM kept."${name}";`
        : `DELETE FROM "${schema}"."${name}";`,
    );
    await asOwner(`BEGIN; SET LOCAL session_replication_role = replica; ${statements.join("\n")} COMMIT;`);
  }
}
