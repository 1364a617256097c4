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

/** A transaction for reading that is under way, on a connection of its own. */
export type Reading<First> = {
  /** The one row of what opened it. */
  first: First;
  reader: Reader;
  /** Ends the transaction and gives the connection back; nothing reads any more. */
  end(): Promise<void>;
};

/**
 * Begins a transaction for reading and sets its scope by `opening`, in one round trip.
 * `opening` is SQL without parameters: its values must be quoted by {@link quote}.
 */
export async function beginReading<First>(opening: string): Promise<Reading<First>> {
  const client = await connections().pool.connect();
  // After a failure COMMIT rolls back. A connection that cannot even do that is not used again.
  const end = () =>
    client.query("COMMIT").then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    );
  try {
    const results = (await client.query(`BEGIN; ${opening}`)) as unknown as pg.QueryResult[];
    return {
      first: results[1]?.rows[0] as First,
      reader: {
        rows: async <Row>(sql: string, ...values: unknown[]) =>
          (await client.query(sql, values)).rows as Row[],
      },
      end,
    };
  } catch (failure) {
    await end();
    throw failure;
  }
}

/** A value as an SQL literal. */
export const quote = (value: string): string => pg.escapeLiteral(value);
