import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

/** Reads rows with SQL: the one interface that facts need, inside a command's or a query's transaction. */
export type Reader = {
  /** The rows of a parameterised statement, as plain objects. */
  rows<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
};

/** A command's transaction: Prisma for writing, `rows` for reading. */
export type Transaction = Prisma.TransactionClient & Reader;

type Connections = { pool: pg.Pool; prisma: PrismaClient };

// One pool per process, also when a development server loads this module again.
const holder = globalThis as { kontorDatabase?: Connections | undefined };

function connections(): Connections {
  if (!holder.kontorDatabase) {
    const pool = new pg.Pool({
      connectionString: env().databaseAppUrl,
      max: 10,
      connectionTimeoutMillis: 5_000,
    });
    // A broken idle connection is replaced at the next use; without a listener it would end the process.
    pool.on("error", () => {});
    holder.kontorDatabase = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  }
  return holder.kontorDatabase;
}

/** The database outside any scope: tables of identity and platform; tenant tables show nothing. */
export const database = (): PrismaClient => connections().prisma;

/** Closes all connections (end of a process or a test file). */
export async function disconnect(): Promise<void> {
  const open = holder.kontorDatabase;
  holder.kontorDatabase = undefined;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}

/** Runs `work` in one transaction; anything thrown rolls it back. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction((tx) => work(withRows(tx)), { maxWait: 15_000, timeout: 60_000 });
}

/** A wrapper of its own for each transaction: what is set on Prisma's object is set for all transactions under way. */
function withRows(tx: Prisma.TransactionClient): Transaction {
  const rows = <Row>(sql: string, ...values: unknown[]) => tx.$queryRawUnsafe<Row[]>(sql, ...values);
  return new Proxy(tx as Transaction, {
    get: (target, name) => (name === "rows" ? rows : Reflect.get(target, name)),
  });
}

/**
 * Runs `work` on one connection after `opening`, which begins the transaction and sets its scope in one round trip.
 * `opening` is SQL without parameters: its values must be quoted by {@link quote}.
 */
export async function reading<First, T>(
  opening: string,
  work: (first: First, reader: Reader) => Promise<T>,
): Promise<T> {
  const client = await connections().pool.connect();
  let broken: Error | undefined;
  try {
    const results = (await client.query(`BEGIN; ${opening}`)) as unknown as pg.QueryResult[];
    const first = results[1]?.rows[0] as First;
    const value = await work(first, {
      rows: async <Row>(sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows as Row[],
    });
    await client.query("COMMIT");
    return value;
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A value as an SQL literal. */
export const quote = (value: string): string => pg.escapeLiteral(value);
