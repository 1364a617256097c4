import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { appRoleUrl } from "@/lib/platform/appRole";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { insertMember, insertOrganization, insertPerson, type Sql } from "@/prisma/stage";
import { migrate } from "@/scripts/migrate";
import { startCluster } from "@/scripts/postgres/cluster";

/** A database with 100 organizations: `large` has 10,000 members, all others 100, `small` perhaps more. */
export type BenchWorld = {
  owner: string;
  app: string;
  large: string;
  small: string;
  /** Headers of the legal representative of both, signed in. */
  headers: { cookie: string };
  stop(): Promise<void>;
};

export type WorldOptions = {
  /** Members of `small`. */
  small?: number;
  /** Puts more into `large` and `small`, as the owner, before statistics are taken. */
  fill?: (sql: Sql, organization: { id: string; slug: string }) => Promise<void>;
};

/** Starts a PostgreSQL of its own in a temporary folder and fills it. */
export async function benchWorld({ small = 100, fill }: WorldOptions = {}): Promise<BenchWorld> {
  const folder = mkdtempSync(join(tmpdir(), "kontor-bench-"));
  const cluster = await startCluster(folder);
  await migrate(cluster.ownerUrl);
  const pool = new pg.Pool({ connectionString: cluster.ownerUrl, max: 1 });
  const sql = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await pool.query(text, values)).rows as Row[];
  const person = (firstName: string) =>
    insertPerson(sql, {
      firstName,
      lastName: "Zimmer",
      email: `${firstName.toLowerCase()}@bench.example`,
    });
  const [userId, somebodyElse] = [await person("Ada"), await person("Berta")];
  await sql(`
    INSERT INTO "User" ("id", "email", "firstName", "lastName", "passwordHash")
    SELECT gen_random_uuid(), 'member' || lpad(n::text, 5, '0') || '@bench.example', 'Robin',
           'Member' || lpad(n::text, 5, '0'), 'x'
    FROM generate_series(1, 10000) n`);
  for (let number = 0; number < 100; number++) {
    const slug = number === 0 ? "large" : number === 1 ? "small" : `other-${number}`;
    const organizationId = await insertOrganization(sql, { name: `Organization ${slug}`, slug });
    const first = number < 2 ? userId : somebodyElse;
    await insertMember(sql, { organizationId, userId: first, role: "LEGAL_REPRESENTATIVE" });
    await sql(
      `INSERT INTO "Membership" ("id", "organizationId", "userId", "role")
       SELECT gen_random_uuid(), $1, "id", 'COLLABORATOR' FROM "User" WHERE "email" LIKE 'member%'
       ORDER BY "email" LIMIT $2`,
      [organizationId, (number === 0 ? 10_000 : number === 1 ? small : 100) - 1],
    );
    await sql(`UPDATE "Organization" SET "status" = 'ACTIVE' WHERE "id" = $1`, [organizationId]);
    if (number < 2) await fill?.(sql, { id: organizationId, slug });
  }
  const token = newToken();
  await sql(
    `INSERT INTO "Session" ("id", "tokenHash", "userId", "assuranceLevel", "confirmedAt", "lastSeenAt", "idleExpiresAt", "expiresAt")
     VALUES (gen_random_uuid(), $1, $2, 1, now(), now(), now() + interval '7 days', now() + interval '30 days')`,
    [hashToken(token), userId],
  );
  await sql(`VACUUM ANALYZE`);
  await pool.end();
  return {
    owner: cluster.ownerUrl,
    app: appRoleUrl(cluster.ownerUrl),
    large: "large",
    small: "small",
    headers: { cookie: `kontor-session=${token}; kontor-locale=en` },
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
