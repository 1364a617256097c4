import { describe, expect, it } from "vitest";
import { schemaDrift } from "@/scripts/database/draft";
import { readMigrations } from "@/scripts/database/migrations";
import { asOwner, keepRows, testDatabase } from "../support/database";

/** The database that the migrations make is the one that prisma/schema and the migrations' own words describe. */

keepRows();

/** What a migration says by hand, kind by kind: how it is written, and where the catalogue has it. */
const KINDS: { kind: string; written: RegExp; name: (match: RegExpMatchArray) => string; known: string }[] = [
  {
    kind: "constraint",
    written: /ADD CONSTRAINT "(\w+)"/g,
    name: ([, name = ""]) => name,
    known: `SELECT conname AS name FROM pg_constraint WHERE convalidated`,
  },
  {
    kind: "index",
    written: /CREATE (?:UNIQUE )?INDEX "(\w+)"/g,
    name: ([, name = ""]) => name,
    known: `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indisvalid`,
  },
  {
    kind: "trigger",
    written: /CREATE (?:CONSTRAINT )?TRIGGER "(\w+)"[\s\S]*? ON "(\w+)"/g,
    name: ([, name = "", table = ""]) => `${name} on ${table}`,
    known: `SELECT t.tgname || ' on ' || c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE t.tgenabled <> 'D'`,
  },
  {
    kind: "policy",
    written: /CREATE POLICY (\w+) ON "(\w+)"/g,
    name: ([, name = "", table = ""]) => `${name} on ${table}`,
    known: `SELECT policyname || ' on ' || tablename AS name FROM pg_policies WHERE schemaname = 'public'`,
  },
  {
    kind: "function",
    written: /CREATE (?:OR REPLACE )?FUNCTION (\w+)\(/g,
    name: ([, name = ""]) => name,
    known: `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
  },
  {
    kind: "forced row-level security",
    written: /ALTER TABLE "(\w+)" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY/g,
    name: ([, name = ""]) => name,
    known: `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relforcerowsecurity`,
  },
];

const written = (await readMigrations()).map(({ sql }) => sql).join("\n");
const names = ({ written: pattern, name }: (typeof KINDS)[number]) =>
  [...written.matchAll(pattern)].map(name);

describe("the migrations", () => {
  it("say what prisma/schema says", async () => {
    expect(await schemaDrift(testDatabase().owner)).toBe("");
  });

  it("are seen to differ when they do", async () => {
    await asOwner(`ALTER TABLE "User" ADD COLUMN "planted" text`);
    const drift = await schemaDrift(testDatabase().owner);
    await asOwner(`ALTER TABLE "User" DROP COLUMN "planted"`);
    expect(drift).toContain(`DROP COLUMN "planted"`);
  });

  it.each(KINDS)("brought every $kind that they write", async (kind) => {
    const wanted = names(kind);
    expect(wanted.length).toBeGreaterThan(0);
    const known = new Set((await asOwner<{ name: string }>(kind.known)).map(({ name }) => name));
    expect(wanted.filter((name) => !known.has(name))).toEqual([]);
  });

  it("leave no constraint, trigger or policy out of this search", () => {
    for (const [word, kind] of [
      ["CREATE TRIGGER", "trigger"],
      ["CREATE POLICY", "policy"],
      [/CREATE (?:OR REPLACE )?FUNCTION/, "function"],
      ["ENABLE ROW LEVEL SECURITY", "forced row-level security"],
    ] as const) {
      const one = KINDS.find((known) => known.kind === kind);
      expect(one && names(one)).toHaveLength(written.split(word).length - 1);
    }
  });
});

/** Each guard is made to refuse the very state it is there against. */
describe("the database refuses by itself", () => {
  const person = `INSERT INTO "User" ("id", "email", "firstName", "lastName", "passwordHash")
    VALUES ('00000000-0000-4000-8000-000000000001', 'a@a.example', 'A', 'A', 'x')`;
  const organization = (
    id: number,
  ) => `INSERT INTO "Organization" ("id", "slug", "name", "kind", "currency", "termsAcceptedAt")
    VALUES ('00000000-0000-4000-8000-00000000000${id}', 'o${id}', 'O', 'COMPANY', 'CHF', now())`;
  const member = (
    id: number,
    role = "LEGAL_REPRESENTATIVE",
    billing = false,
  ) => `INSERT INTO "Membership" ("id", "organizationId", "userId", "role", "billingRight")
    VALUES ('00000000-0000-4000-8000-0000000000a${id}', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', '${role}', ${billing})`;
  const active = `UPDATE "Organization" SET "status" = 'ACTIVE' WHERE "slug" = 'o1'`;
  const invitation = (
    id: number,
    status = "PENDING",
  ) => `INSERT INTO "Invitation" ("id", "organizationId", "email", "role", "locale", "status", "tokenHash", "invitedById", "invitedByName", "sentAt", "expiresAt")
    VALUES ('00000000-0000-4000-8000-0000000000b${id}', '00000000-0000-4000-8000-000000000001', 'b@b.example', 'COLLABORATOR', 'en', '${status}', '\\x0${id}', '00000000-0000-4000-8000-000000000001', 'A', now(), now())`;
  const partnership = (
    id: number,
    partner: number,
    access: string,
  ) => `INSERT INTO "Partnership" ("id", "organizationId", "partnerOrganizationId", "access")
    VALUES ('00000000-0000-4000-8000-0000000000c${id}', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-00000000000${partner}', '${access}')`;
  const founded = [person, organization(1), member(1), active];

  it.each([
    [
      "an active organization without a legal representative",
      [organization(1), active],
      "keeps_a_legal_representative",
    ],
    [
      "the last legal representative going (USR-5)",
      [...founded, `UPDATE "Membership" SET "endedAt" = now()`],
      "keeps_a_legal_representative",
    ],
    [
      "the last legal representative stepping down (USR-5)",
      [...founded, `UPDATE "Membership" SET "role" = 'ADMINISTRATOR'`],
      "keeps_a_legal_representative",
    ],
    [
      "the last legal representative's row being deleted",
      [...founded, `DELETE FROM "Membership"`],
      "keeps_a_legal",
    ],
    [
      "a second place for the same person",
      [...founded, member(2, "EXTERNAL")],
      "Membership_one_active_place",
    ],
    [
      "an external with the billing right (USR-7)",
      [person, organization(1), member(1, "EXTERNAL", true)],
      "external_without_billing",
    ],
    [
      "a place that moves to another organization",
      [
        ...founded,
        organization(2),
        `UPDATE "Membership" SET "organizationId" = '00000000-0000-4000-8000-000000000002'`,
      ],
      "for good",
    ],
    [
      "a second open invitation for one address (USR-9)",
      [...founded, invitation(1), invitation(2)],
      "one_open_per_address",
    ],
    [
      "an answered invitation opened again beside another",
      [...founded, invitation(1), invitation(2, "REVOKED"), `UPDATE "Invitation" SET "status" = 'PENDING'`],
      "one_open_per_address",
    ],
    [
      "a second full partner",
      [
        organization(1),
        organization(2),
        organization(3),
        partnership(1, 2, "FULL"),
        partnership(2, 3, "FULL"),
      ],
      "one_full_partner",
    ],
    [
      "the same partner twice",
      [organization(1), organization(2), partnership(1, 2, "LIMITED"), partnership(2, 2, "FULL")],
      "one_active_per_pair",
    ],
    ["an organization that is its own partner", [organization(1), partnership(1, 1, "FULL")], "between_two"],
    [
      "an organization without a name",
      [organization(1), `UPDATE "Organization" SET "name" = ''`],
      "name_length",
    ],
    [
      "a session of an unknown assurance level",
      [
        person,
        `INSERT INTO "Session" ("id", "tokenHash", "userId", "assuranceLevel", "confirmedAt", "lastSeenAt", "idleExpiresAt", "expiresAt")
         VALUES ('00000000-0000-4000-8000-0000000000d1', '\\x01', '00000000-0000-4000-8000-000000000001', 3, now(), now(), now(), now())`,
      ],
      "assurance_level",
    ],
  ])("%s", async (_, statements, refusal) => {
    const last = statements.at(-1);
    const before = statements.slice(0, -1).map((sql) => `${sql};`);
    const attempt = (sql: string) => asOwner(`DO $do$ BEGIN ${sql} RAISE EXCEPTION 'undone'; END $do$`);
    await expect(attempt(before.join(" "))).rejects.toThrow("undone");
    await expect(attempt(`${before.join(" ")} ${last};`)).rejects.toThrow(refusal);
  });
});
