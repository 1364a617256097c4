import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asOwner } from "../../support/database";
import { emptyTables } from "../../support/emptyTables";
import { buildHouse, type House } from "../../support/houses";
import { faultsOf, naively, RACERS, traces } from "../../support/racing";

/**
 * The twins of races.test.ts: look, then do what seemed allowed, without a lock and without the database's guard. Each
 * breaks what its race expects, so the expectations are worth something.
 */

let house: House;
let guardedAgain: string | undefined;

beforeEach(async () => {
  house = await buildHouse("race");
});

afterEach(async () => {
  await emptyTables(asOwner);
  if (guardedAgain) await asOwner(guardedAgain);
  guardedAgain = undefined;
});

/** Takes a guard away; it is put back, as the catalogue has it, once the broken rows are gone. */
async function without(kind: "constraint" | "index", table: string, name: string): Promise<string> {
  const [guard] = await asOwner<{ definition: string }>(
    kind === "constraint"
      ? `SELECT pg_get_constraintdef(oid) AS "definition" FROM pg_constraint WHERE conname = '${name}'`
      : `SELECT pg_get_indexdef('"${name}"'::regclass) AS "definition"`,
  );
  if (!guard) throw new Error(`there is no ${name}`);
  guardedAgain =
    kind === "constraint"
      ? `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${guard.definition}`
      : guard.definition;
  return kind === "constraint" ? `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"` : `DROP INDEX "${name}"`;
}

const withoutLastGuard = () =>
  without("constraint", "Organization", "Organization_keeps_a_legal_representative");

const anotherLegal = (id: string) => async (client: PoolClient) => {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "Membership" WHERE "organizationId" = $1 AND "endedAt" IS NULL
     AND "role" = 'LEGAL_REPRESENTATIVE' AND "id" <> $2`,
    [house.id, id],
  );
  return rowCount !== 0;
};

const end = (id: string, action: string) => async (client: PoolClient) => {
  await client.query(`UPDATE "Membership" SET "endedAt" = now() WHERE "id" = $1`, [id]);
  await audit(client, action);
};

const audit = (client: PoolClient, action: string) =>
  client.query(
    `INSERT INTO "AuditEntry" ("id", "organizationId", "action", "actorName", "subjectType", "subjectId", "subjectName", "requestId")
     VALUES (gen_random_uuid(), $1, $2, '', 'member', '', '', '')`,
    [house.id, action],
  );

describe("fifty who look and then act", () => {
  it("leave an organization without a legal representative, by removing each other or leaving", async () => {
    const { legal, otherLegal } = house.members;
    const kinds = [legal, otherLegal].map((id) => ({
      check: anotherLegal(id),
      act: end(id, "member.removed"),
    }));
    expect(await naively(kinds, await withoutLastGuard())).toBe(RACERS);
    expect(await faultsOf(house.id)).toContain("no legal representative");
    expect((await traces()).recorded).not.toEqual({ "member.removed": 1 });
  });

  it("leave it without one by demoting each other", async () => {
    const demote = (id: string) => (client: PoolClient) =>
      client.query(`UPDATE "Membership" SET "role" = 'COLLABORATOR' WHERE "id" = $1`, [id]);
    const { legal, otherLegal } = house.members;
    const kinds = [legal, otherLegal].map((id) => ({ check: anotherLegal(id), act: demote(id) }));
    expect(await naively(kinds, await withoutLastGuard())).toBe(RACERS);
    expect(await faultsOf(house.id)).toContain("no legal representative");
  });

  it("lose the successor who leaves while they are made the only legal representative", async () => {
    const { legal, otherLegal, somebody } = house.members;
    await asOwner(`UPDATE "Membership" SET "role" = 'ADMINISTRATOR' WHERE "id" = $1`, [otherLegal]);
    const isCollaborator = async (client: PoolClient) => {
      const { rowCount } = await client.query(
        `SELECT 1 FROM "Membership" WHERE "id" = $1 AND "endedAt" IS NULL AND "role" = 'COLLABORATOR'`,
        [somebody],
      );
      return rowCount !== 0;
    };
    const replace = async (client: PoolClient) => {
      const role = `UPDATE "Membership" SET "role" = $2::"Role" WHERE "id" = $1`;
      // In the order of the rows' keys, so that the twin breaks the rule and not the queue.
      const steps = [
        [legal, "COLLABORATOR"],
        [somebody, "LEGAL_REPRESENTATIVE"],
      ].sort();
      await client.query(`SELECT 1 FROM "Membership" WHERE "id" = ANY($1) ORDER BY "id" FOR UPDATE`, [
        [legal, somebody],
      ]);
      for (const step of steps) await client.query(role, step);
    };
    const kinds = [
      { check: isCollaborator, act: end(somebody, "member.left") },
      { check: isCollaborator, act: replace },
    ];
    expect(await naively(kinds, await withoutLastGuard())).toBe(RACERS);
    expect(await faultsOf(house.id)).toContain("no legal representative");
  });

  it("give one invited person fifty places", async () => {
    const isOpen = async (client: PoolClient) => {
      const { rowCount } = await client.query(
        `SELECT 1 FROM "Invitation" WHERE "id" = $1 AND "status" = 'PENDING'`,
        [house.invitation.id],
      );
      return rowCount !== 0;
    };
    const accept = async (client: PoolClient) => {
      await client.query(`UPDATE "Invitation" SET "status" = 'ACCEPTED' WHERE "id" = $1`, [
        house.invitation.id,
      ]);
      await client.query(
        `INSERT INTO "Membership" ("id", "organizationId", "userId", "role") VALUES (gen_random_uuid(), $1, $2, 'COLLABORATOR')`,
        [house.id, house.people.invited],
      );
      await audit(client, "invitation.accepted");
    };
    const unguard = await without("index", "Membership", "Membership_one_active_place");
    expect(await naively([{ check: isOpen, act: accept }], unguard)).toBe(RACERS);
    expect(await faultsOf(house.id)).toContain("somebody has two places");
    expect((await traces()).recorded).toEqual({ "invitation.accepted": RACERS });
  });

  it("invite one address fifty times", async () => {
    const email = "one@elsewhere.example";
    const isFree = async (client: PoolClient) => {
      const { rowCount } = await client.query(`SELECT 1 FROM "Invitation" WHERE "email" = $1`, [email]);
      return rowCount === 0;
    };
    const invite = (client: PoolClient) =>
      client.query(
        `INSERT INTO "Invitation" ("id", "organizationId", "email", "role", "locale", "tokenHash", "invitedById", "invitedByName", "sentAt", "expiresAt")
         VALUES (gen_random_uuid(), $1, $2, 'COLLABORATOR', 'en', sha256(gen_random_uuid()::text::bytea), $3, '', now(), now())`,
        [house.id, email, house.people.legal],
      );
    const unguard = await without("index", "Invitation", "Invitation_one_open_per_address");
    expect(await naively([{ check: isFree, act: invite }], unguard)).toBe(RACERS);
    expect(await faultsOf(house.id)).toContain("an address has two open invitations");
  });

  it("write one form fifty times", async () => {
    const key = randomUUID();
    const isNew = async (client: PoolClient) => {
      const { rowCount } = await client.query(`SELECT 1 FROM "Submission" WHERE "key" = $1`, [key]);
      return rowCount === 0;
    };
    const write = async (client: PoolClient) => {
      await client.query(`INSERT INTO "Submission" ("key", "command") VALUES ($1, 'invitation.sent')`, [key]);
      await audit(client, "invitation.sent");
    };
    const unguard = await without("constraint", "Submission", "Submission_pkey");
    expect(await naively([{ check: isNew, act: write }], unguard)).toBe(RACERS);
    expect((await traces()).recorded).toEqual({ "invitation.sent": RACERS });
  });

  it("count wrongly where a counter is read, added to and written back", async () => {
    const seen = new WeakMap<PoolClient, number>();
    const read = async (client: PoolClient) => {
      const { rows } = await client.query(`SELECT "members" FROM "Organization" WHERE "id" = $1`, [house.id]);
      seen.set(client, rows[0].members);
      return true;
    };
    const add = (client: PoolClient) =>
      client.query(`UPDATE "Organization" SET "members" = $2 WHERE "id" = $1`, [
        house.id,
        (seen.get(client) ?? 0) + 1,
      ]);
    await naively([{ check: read, act: add }], "SELECT 1");
    expect(await faultsOf(house.id)).toContain("counters are not what is counted");
  });
});
