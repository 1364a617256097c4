import { PrismaPg } from "@prisma/adapter-pg";
import fc from "fast-check";
import pg from "pg";
import { Denied, NotFound, Refused } from "@/lib/kernel/failures";
import { disconnect } from "@/lib/platform/database";
import { PrismaClient } from "@/prisma/generated/client";
import { asOwner, testDatabase } from "./database";

/** How many ask at the same instant, each on a connection of its own. */
export const RACERS = 50;

/** Gives the product as many connections as there are racers, so that all of them are inside at once. */
export async function widenPool(): Promise<void> {
  await disconnect();
  const pool = new pg.Pool({ connectionString: testDatabase().app, max: RACERS });
  pool.on("error", () => {});
  await Promise.all(Array.from({ length: RACERS }, () => pool.query("SELECT pg_sleep(0.05)")));
  Object.assign(globalThis, {
    kontorDatabase: { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) },
  });
}

/** The seeds that a race is run with: each is another order of start. */
export const SEEDS = [1, 2, 3];

/** As many calls as there are racers: these, over and over, in an order of the seed's. */
const racersOf = <T>(calls: (() => Promise<T>)[], seed: number): (() => Promise<T>)[] => {
  const all = Array.from({ length: RACERS }, (_, index) => calls[index % calls.length]).filter(
    (call) => !!call,
  );
  const order = fc.shuffledSubarray(all, { minLength: all.length });
  return fc.sample(order, { seed, numRuns: 1 })[0] ?? all;
};

type Finish<T> = { won: T[]; lost: Error[]; bugs: unknown[] };

/** Lets all calls go at once. Losing is being told so; anything else that is thrown is a bug. */
export async function race<T>(calls: (() => Promise<T>)[], seed: number): Promise<Finish<T>> {
  const finish: Finish<T> = { won: [], lost: [], bugs: [] };
  const settled = await Promise.allSettled(racersOf(calls, seed).map((call) => call()));
  for (const one of settled)
    if (one.status === "fulfilled") finish.won.push(one.value);
    else if (isTold(one.reason)) finish.lost.push(one.reason);
    else finish.bugs.push(one.reason);
  return finish;
}

const isTold = (failure: unknown): failure is Error =>
  failure instanceof Refused || failure instanceof NotFound || failure instanceof Denied;

/** What is wrong with an organization, whatever happened in it. */
export async function faultsOf(organizationId: string): Promise<string[]> {
  const [row] = await asOwner<{ legal: number; counters: boolean; places: number; open: number }>(
    `SELECT count(*) FILTER (WHERE m."role" = 'LEGAL_REPRESENTATIVE')::int AS "legal",
       o."legalRepresentatives" = count(*) FILTER (WHERE m."role" = 'LEGAL_REPRESENTATIVE')
         AND o."members" = count(*) FILTER (WHERE m."role" <> 'EXTERNAL')
         AND o."externals" = count(*) FILTER (WHERE m."role" = 'EXTERNAL')
         AND o."openInvitations" = (SELECT count(*) FROM "Invitation" i WHERE i."organizationId" = o."id" AND i."status" = 'PENDING')
         AS "counters",
       (count(*) - count(DISTINCT m."userId"))::int AS "places",
       (SELECT count(*) - count(DISTINCT i."email") FROM "Invitation" i
        WHERE i."organizationId" = o."id" AND i."status" = 'PENDING')::int AS "open"
     FROM "Organization" o LEFT JOIN "Membership" m ON m."organizationId" = o."id" AND m."endedAt" IS NULL
     WHERE o."id" = $1 GROUP BY o."id"`,
    [organizationId],
  );
  const faults: string[] = [];
  if (!row || row.legal < 1) faults.push("no legal representative");
  if (!row?.counters) faults.push("counters are not what is counted");
  if (row?.places !== 0) faults.push("somebody has two places");
  if (row?.open !== 0) faults.push("an address has two open invitations");
  return faults;
}

/** What is wrong with the access that was given in an organization. */
export async function grantFaults(organizationId: string): Promise<string[]> {
  const rows = await asOwner<{ fault: string }>(
    `SELECT 'a former member has access' AS "fault" FROM "AccessGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
     WHERE g."organizationId" = $1 AND m."endedAt" IS NOT NULL
     UNION SELECT 'access to what is gone' FROM "AccessGrant" g JOIN "Resource" r ON r."id" = g."resourceId"
     WHERE g."organizationId" = $1 AND r."endedAt" IS NOT NULL
     UNION SELECT 'given twice' FROM "AccessGrant" g WHERE g."organizationId" = $1
     GROUP BY coalesce(g."membershipId", g."teamId", g."invitationId"),
              coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey") HAVING count(*) > 1`,
    [organizationId],
  );
  return rows.map(({ fault }) => fault);
}

/** How often each kind of change was recorded and told, beside what was there before the race. */
export async function traces(): Promise<{ recorded: Record<string, number>; told: Record<string, number> }> {
  const recorded = await asOwner<{ name: string; count: number }>(
    `SELECT "action" AS "name", count(*)::int FROM "AuditEntry" WHERE "requestId" <> 'staged' GROUP BY 1`,
  );
  const told = await asOwner<{ name: string; count: number }>(
    `SELECT "template" AS "name", count(*)::int FROM "OutboxMail" GROUP BY 1`,
  );
  const byName = (rows: { name: string; count: number }[]) =>
    Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  return { recorded: byName(recorded), told: byName(told) };
}

type Naive = {
  check: (client: pg.PoolClient) => Promise<boolean>;
  act: (client: pg.PoolClient) => Promise<unknown>;
};

/**
 * The naive twin of a race: everybody looks first, all at once, and then does what seemed allowed, without a lock and
 * with the database's own guard taken away. Gives how many acted.
 */
export async function naively(kinds: Naive[], unguard: string): Promise<number> {
  await asOwner(unguard);
  const pool = new pg.Pool({ connectionString: testDatabase().owner, max: RACERS });
  let looking = RACERS;
  let open = () => {};
  const allHaveLooked = new Promise<void>((resolve) => {
    open = resolve;
  });
  const one = async (kind: Naive) => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const seemsAllowed = await kind.check(client);
      looking -= 1;
      if (looking === 0) open();
      await allHaveLooked;
      if (seemsAllowed) await kind.act(client);
      await client.query("COMMIT");
      return seemsAllowed;
    } finally {
      client.release();
    }
  };
  try {
    const all = Array.from({ length: RACERS }, (_, index) => kinds[index % kinds.length]);
    const acted = await Promise.all(all.flatMap((kind) => (kind ? [one(kind)] : [])));
    return acted.filter(Boolean).length;
  } finally {
    await pool.end();
  }
}
