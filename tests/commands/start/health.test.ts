import { afterEach, expect, test, vi } from "vitest";
import { disconnect } from "@/lib/platform/database";
import { readiness } from "@/lib/platform/health";
import { asOwner, testDatabase } from "@/tests/support/database";

afterEach(() => vi.restoreAllMocks());

const heartbeat = (secondsAgo: number) =>
  asOwner(
    `INSERT INTO "WorkerHeartbeat" VALUES ('here', now() - make_interval(secs => $1))
     ON CONFLICT ("id") DO UPDATE SET "at" = excluded."at"`,
    [secondsAgo],
  );

test("ready when the database answers, the migrations are applied and a worker lives", async () => {
  await heartbeat(59);
  expect(await readiness()).toEqual({
    ready: true,
    checks: {
      database: { ok: true, milliseconds: expect.any(Number) },
      migrations: { ok: true, pending: 0 },
      worker: { ok: true, secondsSinceHeartbeat: 59 },
    },
  });
});

test("not ready without a worker, or with one that has been silent for a minute", async () => {
  expect(await readiness()).toMatchObject({ ready: false, checks: { worker: { ok: false } } });
  await heartbeat(61);
  expect(await readiness()).toMatchObject({
    ready: false,
    checks: { database: { ok: true }, worker: { ok: false } },
  });
});

test("not ready while a migration of this release is missing; one of a newer release does no harm", async () => {
  await heartbeat(1);
  const [last] = await asOwner<{ id: string; migration_name: string }>(
    "SELECT id, migration_name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1",
  );
  const rename = (name: string | undefined) =>
    asOwner("UPDATE _prisma_migrations SET migration_name = $2 WHERE id = $1", [last?.id, name]);
  await rename("99991231235959_newer");
  expect(await readiness()).toMatchObject({
    ready: false,
    checks: { migrations: { ok: false, pending: 1 } },
  });
  await rename(last?.migration_name);
  await asOwner(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('newer', '', '99991231235959_newer', now())`,
  );
  expect(await readiness()).toMatchObject({ ready: true });
  await asOwner("DELETE FROM _prisma_migrations WHERE id = 'newer'");
});

test("a database that is away is told as such, without its words, and is found again when it is back", async () => {
  await heartbeat(1);
  const name = new URL(testDatabase().owner).pathname.slice(1);
  const away = async (isAway: boolean) => {
    await asOwner(
      `${isAway ? "REVOKE" : "GRANT"} CONNECT ON DATABASE "${name}" ${isAway ? "FROM" : "TO"} PUBLIC`,
    );
    await disconnect();
  };
  await away(true);
  const told = await readiness();
  expect(told).toMatchObject({ ready: false, checks: { database: { ok: false } } });
  expect(JSON.stringify(told)).not.toMatch(/kontor_app|postgres|127\.0\.0\.1/);
  await away(false);
  expect(await readiness()).toMatchObject({ ready: true });
});
