import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashTokenHex } from "@/lib/platform/tokens";
import { asOwner, keepRows, testDatabase } from "../support/database";
import { buildAgency, buildHouse, type House, insertDraft, insertTeamDraft } from "../support/houses";

/**
 * What the database refuses by itself, to whoever speaks with the application's role: plain statements, no product
 * between. Tables are found in the catalogue, so that a new one is tested from its first day.
 */

keepRows();

type Scope = { user?: string; organization?: string; link?: string };

const tenantTables = (
  await asOwner<{ name: string; key: string }>(`
    SELECT c.relname AS "name", CASE WHEN c.relname = 'Organization' THEN 'id' ELSE 'organizationId' END AS "key"
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND (c.relname = 'Organization' OR EXISTS (SELECT 1 FROM pg_attribute a
           WHERE a.attrelid = c.oid AND a.attname = 'organizationId' AND NOT a.attisdropped))
    ORDER BY 1`)
).map((table) => ({ ...table, quoted: `"${table.name}"`, quotedKey: `"${table.key}"` }));

const SCOPES = {
  "no scope": (): Scope => ({}),
  "only a user": (): Scope => ({ user: home.people.legal }),
  "a user in their organization": (): Scope => ({ user: home.people.legal, organization: home.id }),
  "an organization without a user": (): Scope => ({ organization: home.id }),
  "the link of an invitation": (): Scope => ({ link: home.invitation.token, organization: home.id }),
};

let home: House;
let away: House;
let app: pg.Pool;

beforeAll(async () => {
  app = new pg.Pool({ connectionString: testDatabase().app, max: 1 });
  home = await buildHouse("home");
  away = await buildHouse("away");
  for (const house of [home, away]) {
    await buildAgency(`agency-of-${house.word}`, house.id, "LIMITED");
    await insertDraft({ organizationId: house.id, userId: house.people.legal });
    await insertTeamDraft({ organizationId: house.id, userId: house.people.legal });
  }
});

afterAll(() => app.end());

/** Runs a statement as the application within a scope, and undoes it: the rows it reached, or the code of its refusal. */
async function inScope(
  scope: Scope,
  sql: string,
  values: unknown[] = [],
): Promise<{ reached: number } | { refused: string | undefined }> {
  const client = await app.connect();
  try {
    await client.query("BEGIN");
    for (const [name, value] of [
      ["app.user_id", scope.user],
      ["app.organization_id", scope.organization],
      ["app.link", scope.link && hashTokenHex(scope.link)],
    ])
      if (value) await client.query("SELECT set_config($1, $2, true)", [name, value]);
    const { rowCount } = await client.query(sql, values);
    return { reached: rowCount ?? 0 };
  } catch (error) {
    return { refused: (error as { code?: string }).code };
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const NOT_ALLOWED = "42501";
const nothing = [{ reached: 0 }, { refused: NOT_ALLOWED }];

describe.each(tenantTables)("$name", ({ name, quoted, key, quotedKey }) => {
  it("has rows of both organizations: there is something to keep apart", async () => {
    for (const house of [home, away]) {
      const rows = await asOwner(`SELECT 1 FROM ${quoted} WHERE ${quotedKey} = $1`, [house.id]);
      expect(rows.length).toBeGreaterThan(0);
      const scope = { user: house.people.legal, organization: house.id };
      const own = await inScope(scope, `SELECT 1 FROM ${quoted} WHERE ${quotedKey} = $1`, [house.id]);
      expect(own).toEqual({ reached: rows.length });
    }
  });

  describe.each(Object.entries(SCOPES))("within %s", (_, scopeOf) => {
    it("shows nothing of another organization", async () => {
      const seen = await inScope(scopeOf(), `SELECT 1 FROM ${quoted} WHERE ${quotedKey} = $1`, [away.id]);
      expect(seen).toEqual({ reached: 0 });
    });

    it("lets nothing of another organization be changed or deleted", async () => {
      const update = `UPDATE ${quoted} SET ${quotedKey} = ${quotedKey} WHERE ${quotedKey} = $1`;
      expect(nothing).toContainEqual(await inScope(scopeOf(), update, [away.id]));
      const remove = `DELETE FROM ${quoted} WHERE ${quotedKey} = $1`;
      expect(nothing).toContainEqual(await inScope(scopeOf(), remove, [away.id]));
      expect(nothing).toContainEqual(await inScope(scopeOf(), `TRUNCATE ${quoted} CASCADE`));
    });

    it("takes no row for another organization", async () => {
      const [row] = await asOwner<{ row: object }>(
        `SELECT to_jsonb(t) AS "row" FROM ${quoted} t WHERE ${quotedKey} = $1 LIMIT 1`,
        [away.id],
      );
      const insert = `INSERT INTO ${quoted} SELECT * FROM jsonb_populate_record(NULL::${quoted}, $1)`;
      expect(await inScope(scopeOf(), insert, [row?.row])).toEqual({ refused: NOT_ALLOWED });
    });

    it("lets no row move to another organization", async () => {
      const move = `UPDATE ${quoted} SET ${quotedKey} = $1 WHERE ${quotedKey} = $2`;
      const moved = await inScope(scopeOf(), move, [away.id, home.id]);
      // P0001: the trigger that keeps a place where it is.
      expect([...nothing, { refused: "P0001" }]).toContainEqual(moved);
    });
  });

  it("forces row-level security, with policies for the application only", async () => {
    const [table] = await asOwner<{ enabled: boolean; forced: boolean }>(
      `SELECT relrowsecurity AS "enabled", relforcerowsecurity AS "forced" FROM pg_class WHERE oid = $1::regclass`,
      [quoted],
    );
    expect(table).toEqual({ enabled: true, forced: true });
    const policies = await asOwner<{ roles: string[] }>(
      `SELECT roles::text[] FROM pg_policies WHERE schemaname = 'public' AND tablename = $1`,
      [name],
    );
    const roles = new Set(policies.flatMap((policy) => policy.roles));
    expect(roles).toContain("kontor_app");
    expect(roles).not.toContain("public");
  });

  it("can be pointed at together with its organization only", async () => {
    const foreignKeys = await asOwner<{ name: string; columns: string[] }>(
      `SELECT k.conname AS "name", (SELECT array_agg(a.attname::text) FROM pg_attribute a
          WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) AS "columns"
       FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid
       WHERE k.contype = 'f' AND k.conrelid = $1::regclass AND t.relname = ANY ($2) AND t.relname <> 'Organization'`,
      [quoted, tenantTables.map((table) => table.name)],
    );
    expect(foreignKeys.filter(({ columns }) => !columns.includes("organizationId"))).toEqual([]);
    // What nobody points at needs no such key.
    const [pointers] = await asOwner<{ count: number }>(
      `SELECT count(*)::int AS "count" FROM pg_constraint WHERE contype = 'f' AND confrelid = $1::regclass`,
      [quoted],
    );
    if (key === "id" || pointers?.count === 0) return;
    const unique = await asOwner(
      `SELECT 1 FROM pg_index i WHERE i.indrelid = $1::regclass AND i.indisunique AND i.indpred IS NULL
         AND (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a
              WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)) = ARRAY['id', 'organizationId']`,
      [quoted],
    );
    expect(unique).toHaveLength(1);
  });
});

describe("an invitation's link", () => {
  it("shows that one invitation, and lets nothing be changed", async () => {
    const scope = { link: away.invitation.token };
    expect(await inScope(scope, `SELECT 1 FROM "Invitation"`)).toEqual({ reached: 1 });
    expect(await inScope(scope, `UPDATE "Invitation" SET "status" = 'ACCEPTED'`)).toEqual({ reached: 0 });
    expect(await inScope(scope, `SELECT 1 FROM "Membership"`)).toEqual({ reached: 0 });
  });
});

describe("a draft of somebody else in the same organization", () => {
  it("is invisible", async () => {
    const scope = { user: home.people.administrator, organization: home.id };
    expect(await inScope(scope, `SELECT 1 FROM "InvitationDraft"`)).toEqual({ reached: 0 });
    expect(await inScope(scope, `SELECT 1 FROM "TeamDraft"`)).toEqual({ reached: 0 });
  });
});

describe("the application's role", () => {
  it("has no power beyond its grants", async () => {
    const [role] = await asOwner(
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = 'kontor_app'`,
    );
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
    const memberships = await asOwner(
      `SELECT 1 FROM pg_auth_members WHERE member = (SELECT oid FROM pg_roles WHERE rolname = 'kontor_app')`,
    );
    expect(memberships).toEqual([]);
    expect(await inScope({}, `CREATE TABLE public.mine (id int)`)).toEqual({ refused: NOT_ALLOWED });
    expect(await inScope({}, `SET LOCAL session_replication_role = replica`)).toEqual({
      refused: NOT_ALLOWED,
    });
    expect(await inScope({}, `ALTER TABLE "Membership" DISABLE ROW LEVEL SECURITY`)).toEqual({
      refused: NOT_ALLOWED,
    });
    expect(await inScope({}, `SELECT 1 FROM graphile_worker._private_jobs`)).toEqual({
      refused: NOT_ALLOWED,
    });
  });

  it("owns nothing", async () => {
    const owned = await asOwner(`
      WITH app AS (SELECT oid FROM pg_roles WHERE rolname = 'kontor_app')
      SELECT relname AS "name" FROM pg_class, app WHERE relowner = app.oid
      UNION ALL SELECT proname FROM pg_proc, app WHERE proowner = app.oid
      UNION ALL SELECT nspname FROM pg_namespace, app WHERE nspowner = app.oid
      UNION ALL SELECT typname FROM pg_type, app WHERE typowner = app.oid
      UNION ALL SELECT datname FROM pg_database, app WHERE datdba = app.oid`);
    expect(owned).toEqual([]);
  });

  it("is handed no function of the owner that could be bent to another's tables", async () => {
    const functions = await asOwner<{ name: string; fixed: boolean; everybody: boolean; trigger: boolean }>(`
      SELECT p.proname AS "name", coalesce(p.proconfig::text LIKE '%search_path=%', false) AS "fixed",
             coalesce(p.proacl::text ~ '[{,]=X', p.proacl IS NULL) AS "everybody",
             p.prorettype = 'trigger'::regtype AS "trigger"
      FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace`);
    expect(functions.length).toBeGreaterThan(0);
    // Nobody can call a trigger's function.
    expect(functions.filter(({ fixed, everybody, trigger }) => !fixed || (everybody && !trigger))).toEqual(
      [],
    );
  });
});

describe("the record of changes", () => {
  const attempts = [
    `UPDATE "AuditEntry" SET "actorName" = 'nobody'`,
    `DELETE FROM "AuditEntry"`,
    `TRUNCATE "AuditEntry"`,
    `TRUNCATE "AuditEntry" CASCADE`,
  ];

  it.each(attempts)("refuses its owner: %s", async (sql) => {
    await expect(asOwner(sql)).rejects.toThrow("AuditEntry is append-only");
  });

  it.each(attempts)("refuses the application: %s", async (sql) => {
    const scope = { user: home.people.legal, organization: home.id };
    expect(await inScope(scope, sql)).toEqual({ refused: NOT_ALLOWED });
  });

  it("outlives its organization", async () => {
    await expect(asOwner(`DELETE FROM "Organization" WHERE "id" = $1`, [home.id])).rejects.toThrow();
  });
});

describe("a pooled connection", () => {
  it.each(["COMMIT", "ROLLBACK"])("is nobody's again after %s", async (end) => {
    const client = await app.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.organization_id', $1, true)", [home.id]);
      await client.query("SELECT set_config('app.user_id', $1, true)", [home.people.legal]);
      await client.query("SELECT set_config('app.link', $1, true)", [hashTokenHex(home.invitation.token)]);
      const inside = await client.query(`SELECT 1 FROM "Membership"`);
      expect(inside.rowCount).toBeGreaterThan(0);
      await client.query(end);
      // The settings are now '' rather than absent, and that must read as nobody.
      const { rows } = await client.query(`
        SELECT scope_user() IS NULL AS "user", scope_organization() IS NULL AS "organization", scope_link() IS NULL AS "link"`);
      expect(rows).toEqual([{ user: true, organization: true, link: true }]);
      for (const { quoted } of tenantTables)
        expect((await client.query(`SELECT 1 FROM ${quoted}`)).rowCount).toBe(0);
    } finally {
      client.release();
    }
  });
});
