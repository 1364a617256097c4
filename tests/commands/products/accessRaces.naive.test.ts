import type { PoolClient } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asOwner } from "../../support/database";
import { emptyTables } from "../../support/emptyTables";
import { buildHouse, type House } from "../../support/houses";
import { grantFaults, naively, RACERS } from "../../support/racing";

/** The twins of accessRaces.test.ts: look, then give what seemed allowed. Each breaks what its race expects. */

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

const seems = (sql: string, values: unknown[]) => async (client: PoolClient) =>
  (await client.query(sql, values)).rowCount === 1;

const give = (client: PoolClient) =>
  client.query(
    `INSERT INTO "AccessGrant" ("id", "organizationId", "membershipId", "subscriptionId", "rights", "grantedAt", "grantedById", "grantedByName")
     VALUES (gen_random_uuid(), $1, $2, $3, 1, now(), $4, '')`,
    [house.id, house.members.somebody, house.products.hosting, house.people.legal],
  );

describe("fifty who look and then act", () => {
  it("give the same fifty times", async () => {
    const [index] = await asOwner<{ definition: string }>(
      `SELECT pg_get_indexdef('"AccessGrant_once"'::regclass) AS "definition"`,
    );
    guardedAgain = index?.definition;
    const nothingYet = async (client: PoolClient) =>
      !(await seems(`SELECT 1 FROM "AccessGrant" WHERE "membershipId" = $1`, [house.members.somebody])(
        client,
      ));
    expect(await naively([{ check: nothingYet, act: give }], `DROP INDEX "AccessGrant_once"`)).toBe(RACERS);
    expect(await grantFaults(house.id)).toContain("given twice");
  });

  it("give something to a member who is gone", async () => {
    const [trigger] = await asOwner<{ definition: string }>(
      `SELECT pg_get_triggerdef(oid) AS "definition" FROM pg_trigger WHERE tgname = 'AccessGrant_of_the_living'`,
    );
    const [index] = await asOwner<{ definition: string }>(
      `SELECT pg_get_indexdef('"AccessGrant_once"'::regclass) AS "definition"`,
    );
    guardedAgain = `${trigger?.definition}; ${index?.definition}`;
    const isThere = seems(`SELECT 1 FROM "Membership" WHERE "id" = $1 AND "endedAt" IS NULL`, [
      house.members.somebody,
    ]);
    const remove = (client: PoolClient) =>
      client.query(`UPDATE "Membership" SET "endedAt" = now() WHERE "id" = $1`, [house.members.somebody]);
    const giveLater = async (client: PoolClient) => {
      await client.query("SELECT pg_sleep(0.3)");
      await give(client);
    };
    const unguard = `DROP TRIGGER "AccessGrant_of_the_living" ON "AccessGrant"; DROP INDEX "AccessGrant_once"`;
    await naively(
      [
        { check: isThere, act: remove },
        ...Array.from({ length: RACERS - 1 }, () => ({ check: isThere, act: giveLater })),
      ],
      unguard,
    );
    expect(await grantFaults(house.id)).toContain("a former member has access");
  });
});
