import { afterAll, beforeAll, expect, test } from "vitest";
import { APP_ROLE, appRoleUrl } from "@/lib/platform/appRole";
import { schemaDrift } from "@/scripts/database/draft";
import { type Migration, readMigrations } from "@/scripts/database/migrations";
import { migrate } from "@/scripts/migrate";
import type { Cluster } from "@/scripts/postgres/cluster";
import { makeDatabase, run, startTestCluster, temporaryFolder } from "./temporary";

// A server of its own: roles belong to the whole server, and these tests change them.
const folder = temporaryFolder();
let cluster: Cluster;
let owner: string;

beforeAll(async () => {
  cluster = await startTestCluster(folder.path);
  owner = cluster.ownerUrl;
  await migrate(owner);
});
afterAll(async () => {
  await cluster.stop();
  folder.forget();
});

const invented = (name: string, sql: string): Migration => ({ name, sql, checksum: "" });

test("a migrated database has nothing left to do", async () => {
  expect(await migrate(owner)).toEqual([]);
});

test("several instances that start at once migrate once", async () => {
  const url = await makeDatabase(owner, "several");
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
  const names = (await readMigrations()).map(({ name }) => name);
  expect(applied.flat().sort()).toEqual(names);
  const rows = await run(url, `SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`);
  expect(rows.map(({ name }) => name)).toEqual(names);
});

test("the application's role owns nothing and cannot bypass anything", async () => {
  const app = appRoleUrl(owner);
  const [limits] = await run(
    owner,
    `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = '${APP_ROLE}'`,
  );
  expect(Object.values(limits ?? {})).toEqual([false, false, false, false, false]);
  const owned = await run(
    owner,
    `SELECT classid::regclass, objid FROM pg_shdepend WHERE deptype = 'o' AND refobjid = '${APP_ROLE}'::regrole`,
  );
  expect(owned).toEqual([]);
  const groups = await run(owner, `SELECT 1 FROM pg_auth_members WHERE member = '${APP_ROLE}'::regrole`);
  expect(groups).toEqual([]);
  await expect(run(app, `SET row_security = off; SELECT * FROM "Membership"`)).rejects.toThrow(
    /row-level security/,
  );
  await expect(run(app, `ALTER TABLE "Membership" DISABLE ROW LEVEL SECURITY`)).rejects.toThrow(
    /must be owner/,
  );
  await expect(run(app, "CREATE TABLE mine (id int)")).rejects.toThrow(/permission denied/);
  await expect(run(app, "SET ROLE kontor")).rejects.toThrow(/permission denied/);
  await expect(run(app, "SELECT * FROM graphile_worker._private_jobs")).rejects.toThrow(/permission denied/);
});

test("the application's password follows the owner's, and its limits are put back", async () => {
  await run(owner, `ALTER ROLE ${APP_ROLE} PASSWORD 'changed by hand'`);
  await migrate(owner);
  expect(await run(appRoleUrl(owner), "SELECT current_user AS who")).toEqual([{ who: APP_ROLE }]);
  await run(owner, `ALTER ROLE ${APP_ROLE} BYPASSRLS`);
  await migrate(owner);
  const roles = await run(
    owner,
    `SELECT rolbypassrls AS bypasses FROM pg_roles WHERE rolname = '${APP_ROLE}'`,
  );
  expect(roles).toEqual([{ bypasses: false }]);
});

test("the application is never let in as a role that can bypass row-level security", async () => {
  await run(owner, "CREATE ROLE mighty LOGIN BYPASSRLS PASSWORD 'mighty'");
  const mighty = new URL(owner);
  mighty.username = "mighty";
  mighty.password = "mighty";
  await expect(migrate(owner, mighty.href)).rejects.toThrow(/"mighty", which can bypass/);
  mighty.password = "wrong";
  await expect(migrate(owner, mighty.href)).rejects.toThrow(/"mighty", which cannot sign in/);
});

test("an owner who is no superuser can migrate", async () => {
  await run(owner, "CREATE ROLE landlord LOGIN CREATEROLE PASSWORD 'landlord'");
  const url = new URL(await makeDatabase(owner, "rented"));
  await run(owner, "ALTER DATABASE rented OWNER TO landlord");
  url.username = "landlord";
  url.password = "landlord";
  // The role is there already, made by another owner: only its password is not this owner's to change.
  expect(await migrate(url.href, appRoleUrl(owner).replace(/\/kontor$/, "/rented"))).not.toEqual([]);
  expect(await schemaDrift(url.href)).toBe("");
});

test("a migration that fails leaves no trace, and says why", async () => {
  const url = await makeDatabase(owner, "failing");
  const good = invented("20260101000000_good", "CREATE TABLE good (id int);");
  const bad = invented("20260102000000_bad", "CREATE TABLE half (id int); INSERT INTO nowhere VALUES (1);");
  await expect(migrate(url, undefined, { migrations: [good, bad] })).rejects.toThrow(
    /20260102000000_bad failed, and was taken back: relation "nowhere" does not exist/,
  );
  expect(await run(url, "SELECT to_regclass('half') AS half, to_regclass('good') AS good")).toEqual([
    { half: null, good: "good" },
  ]);
  const mended = { ...bad, sql: "CREATE TABLE half (id int);" };
  const [applied] = await run<{ checksum: string }>(url, "SELECT checksum FROM _prisma_migrations");
  const known = { ...good, checksum: applied?.checksum ?? "" };
  expect(await migrate(url, undefined, { migrations: [known, mended] })).toEqual(["20260102000000_bad"]);
});

test("a database with another history is left alone", async () => {
  const all = await readMigrations();
  await expect(migrate(owner, undefined, { migrations: all.slice(0, -1) })).rejects.toThrow(
    /migrated by a newer Kontor/,
  );
  const changed = all.map((migration) => ({ ...migration, checksum: "other" }));
  await expect(migrate(owner, undefined, { migrations: changed })).rejects.toThrow(
    /changed after it had been applied/,
  );
});

test("migrations and schema agree; what differs is noticed, hand-written constraints are not", async () => {
  expect(await schemaDrift(owner)).toBe("");
  const url = await makeDatabase(owner, "drifting");
  await migrate(url);
  await run(url, `ALTER TABLE "Membership" ADD CONSTRAINT by_hand CHECK ("version" > 0)`);
  expect(await schemaDrift(url)).toBe("");
  await run(url, `ALTER TABLE "User" DROP COLUMN "timeZone"; DROP INDEX "Session_userId_idx"`);
  const drift = await schemaDrift(url);
  expect(drift).toContain(`ALTER TABLE "User" ADD COLUMN     "timeZone"`);
  expect(drift).toContain(`CREATE INDEX "Session_userId_idx"`);
});
