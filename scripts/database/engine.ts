import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import type pg from "pg";

const BINDINGS = "@prisma/schema-engine-wasm/schema_engine_bg";
/** No table or enum is managed by others. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine, compiled to WebAssembly and so free of any download, working through `pool`.
 * It keeps Prisma's own table `_prisma_migrations`: `prisma migrate deploy` stays possible for operators.
 * The pool must hold one connection only (`max: 1`), so that a transaction begun on it covers what the engine does.
 */
export async function schemaEngine(
  pool: pg.Pool,
): Promise<{ engine: SchemaEngine; failure: () => string | undefined }> {
  const { SchemaEngine: Engine } = await load();
  const connection = new OneConnection(pool);
  const factory = bindMigrationAwareSqlAdapterFactory(connection);
  const engine = await Engine.new({ datamodels: undefined }, () => undefined, factory);
  return { engine, failure: () => connection.failure };
}

type Bindings = typeof import("@prisma/schema-engine-wasm") & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};
let bindings: Promise<Bindings> | undefined;

function load(): Promise<Bindings> {
  bindings ??= (async () => {
    const loaded = (await import(BINDINGS)) as Bindings;
    const bindingsFile = createRequire(import.meta.url).resolve(BINDINGS);
    const file = path.join(path.dirname(bindingsFile), "schema_engine_bg.wasm");
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      "./schema_engine_bg.js": withoutWaiting(loaded as unknown as WebAssembly.ModuleImports),
    });
    // The engine reports a panic here before it gives up.
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => process.stderr.write(`${message}\n`) },
    });
    loaded.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return loaded;
  })();
  return bindings;
}

/** The engine sets an alarm of ten seconds for its lock and leaves it on: it must not keep the process from ending. */
function withoutWaiting(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const names = Object.keys(imports).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const alarm = (ring: () => void, milliseconds: number) => setTimeout(ring, milliseconds >>> 0).unref();
  return { ...imports, ...Object.fromEntries(names.map((name) => [name, alarm])) };
}

/** PostgreSQL's internal one-byte type, which its catalogue uses and the adapter does not know. */
const CHAR = 18;
const CHAR_ARRAY = 1002;

/** The adapter, made fit for migrations: whole scripts instead of text cut at each semicolon, and the catalogue's types. */
class OneConnection implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "kontor-migrations";
  /** Why the last script failed, in PostgreSQL's words; the engine's own error may be about what it tried next. */
  failure: string | undefined;

  constructor(private readonly pool: pg.Pool) {}

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(new Proxy(this.pool, { get: charsAsArrays })).connect();
    adapter.executeScript = async (script: string) => {
      try {
        await this.pool.query(script);
      } catch (error) {
        this.failure = error instanceof Error ? error.message : String(error);
        throw error;
      }
    };
    const query = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (parameters) => {
      const result = await query(parameters);
      const columnTypes = result.columnTypes.map(
        (type): ColumnType => (type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type),
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    throw new Error("No shadow database is needed: schemas are compared with the database itself.");
  }
}

function charsAsArrays(pool: pg.Pool, property: string | symbol): unknown {
  const value: unknown = Reflect.get(pool, property);
  // Each adapter would listen to the pool for as long as it lives; who made the pool does so already.
  if (property === "on") return () => pool;
  if (property !== "query") return typeof value === "function" ? value.bind(pool) : value;
  return async (...parameters: Parameters<pg.Pool["query"]>) => {
    const result = (await pool.query(...parameters)) as unknown as pg.QueryArrayResult;
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
    return result;
  };
}
