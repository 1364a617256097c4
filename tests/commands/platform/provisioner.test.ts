import { parseCrontab } from "graphile-worker";
import { beforeEach, describe, expect, test } from "vitest";
import { CRONTAB, workerTasks } from "@/lib/platform/jobs/tasks";
import { deliverProvisioning, type ProvisioningEvent } from "@/lib/platform/provisioner";
import { insertGrant } from "@/prisma/stage";
import { asOwner } from "@/tests/support/database";
import { buildHouse, type House } from "@/tests/support/houses";

/** A back end is told everything, in order within each organization, and what it did not take is told again. */

let red: House;
let blue: House;
beforeEach(async () => {
  [red, blue] = [await buildHouse("red"), await buildHouse("blue")];
  await asOwner(`DELETE FROM "ProvisioningEvent"`);
});

/** A back end that writes down what it is told, and takes nothing that `refuses` speaks against. */
function recording(refuses: (event: ProvisioningEvent) => boolean = () => false) {
  const told: ProvisioningEvent[] = [];
  return {
    told,
    async deliver(event: ProvisioningEvent) {
      if (refuses(event)) throw new Error("the back end is out");
      told.push(event);
    },
  };
}

const give = (house: House, rights: number) =>
  insertGrant(asOwner, {
    organizationId: house.id,
    by: { userId: house.people.legal, name: "legal" },
    to: { membershipId: house.members.somebody },
    on: { resourceId: house.resources.mailbox },
    rights,
  });
const event = (house: House, kind: string, count = 1) =>
  asOwner(
    `INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
     SELECT $1::uuid, $2, jsonb_build_object('n', n) FROM generate_series(1, $3::int) n`,
    [house.id, kind, count],
  );
const waiting = () =>
  asOwner<{ kind: string; attempts: number; lastError: string | null; pause: number | null }>(
    `SELECT "kind", "attempts", "lastError", round(extract(epoch FROM "retryAt" - now()))::int AS "pause"
     FROM "ProvisioningEvent" WHERE "deliveredAt" IS NULL ORDER BY "id"`,
  );
// A second ago: moments are kept in milliseconds, and rounded up the present is not over yet.
const pausesPass = () => asOwner(`UPDATE "ProvisioningEvent" SET "retryAt" = now() - interval '1 second'`);
const leasesEnd = () => asOwner(`UPDATE "ProvisioningEvent" SET "leasedUntil" = now() - interval '1 second'`);
const ids = (events: ProvisioningEvent[]) => events.map(({ id }) => id);
const sorted = (list: bigint[]) => [...list].sort((one, other) => (one < other ? -1 : 1));

test("granting, changing, withdrawing and leaving a team are told in that order, as the rows were", async () => {
  const grant = await give(red, 1);
  await asOwner(`UPDATE "AccessGrant" SET "rights" = 5 WHERE "id" = $1`, [grant]);
  await asOwner(`DELETE FROM "AccessGrant" WHERE "id" = $1`, [grant]);
  await asOwner(`DELETE FROM "TeamMember" WHERE "membershipId" = $1`, [red.members.external]);
  const backEnd = recording();
  expect(await deliverProvisioning(backEnd)).toEqual({ delivered: 4, stopped: 0 });
  expect(backEnd.told.map(({ kind }) => kind)).toEqual([
    ...["access.granted", "access.changed", "access.withdrawn", "team.left"],
  ]);
  expect(backEnd.told[1]).toMatchObject({
    organizationId: red.id,
    payload: { id: grant, rights: 5, resourceId: red.resources.mailbox, membershipId: red.members.somebody },
  });
  expect(await waiting()).toEqual([]);
  expect(await deliverProvisioning(backEnd)).toEqual({ delivered: 0, stopped: 0 });
});

test("what the back end did not take is never skipped: its organization waits, others go on", async () => {
  for (const kind of ["one", "two", "three"]) await event(red, kind);
  await event(blue, "other");
  let isOut = true;
  const backEnd = recording(({ kind }) => isOut && kind === "two");
  expect(await deliverProvisioning(backEnd)).toEqual({ delivered: 2, stopped: 1 });
  expect(backEnd.told.map(({ kind }) => kind)).toEqual(["one", "other"]);
  expect(await waiting()).toEqual([
    { kind: "two", attempts: 1, lastError: "the back end is out", pause: 5 },
    { kind: "three", attempts: 0, lastError: null, pause: null },
  ]);

  // Not before the pause is over, and each is longer than the last, up to an hour.
  expect(await deliverProvisioning(backEnd)).toEqual({ delivered: 0, stopped: 0 });
  const pauses: (number | null | undefined)[] = [];
  for (let attempt = 0; attempt < 11; attempt++) {
    await pausesPass();
    await deliverProvisioning(backEnd);
    pauses.push((await waiting())[0]?.pause);
  }
  expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);

  isOut = false;
  await pausesPass();
  await deliverProvisioning(backEnd);
  expect(backEnd.told.map(({ kind }) => kind)).toEqual(["one", "other", "two", "three"]);
  expect(await waiting()).toEqual([]);
});

describe("two workers at once", () => {
  test("tell each event once, and those of an organization in order", async () => {
    for (let round = 0; round < 5; round++) {
      await event(red, `red ${round}`, 60);
      await event(blue, `blue ${round}`, 60);
    }
    const backEnd = recording();
    const sums = await Promise.all(Array.from({ length: 4 }, () => deliverProvisioning(backEnd)));
    expect(sums.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(600);
    expect(new Set(ids(backEnd.told)).size).toBe(600);
    for (const { id } of [red, blue]) {
      const own = ids(backEnd.told.filter(({ organizationId }) => organizationId === id));
      expect(own).toEqual(sorted(own));
    }
  });

  test("a later event is not taken while an earlier one of its organization is on the way", async () => {
    await event(red, "slow");
    const second = recording();
    const first = {
      told: [] as string[],
      async deliver({ kind }: ProvisioningEvent) {
        if (kind === "slow") {
          await event(red, "later");
          await event(blue, "elsewhere");
          expect(await deliverProvisioning(second)).toEqual({ delivered: 1, stopped: 0 });
        }
        this.told.push(kind);
      },
    };
    await deliverProvisioning(first);
    expect(second.told.map(({ kind }) => kind)).toEqual(["elsewhere"]);
    expect(first.told).toEqual(["slow", "later"]);
  });

  test("a worker that was taken for dead marks nothing any more; what it had not marked is told again", async () => {
    await event(red, "one");
    await event(red, "two");
    const second = recording();
    let isFirst = true;
    const first = {
      async deliver() {
        if (!isFirst) return;
        isFirst = false;
        await leasesEnd();
        expect(await deliverProvisioning(second)).toEqual({ delivered: 2, stopped: 0 });
      },
    };
    expect(await deliverProvisioning(first)).toEqual({ delivered: 0, stopped: 1 });
    expect(second.told.map(({ kind }) => kind)).toEqual(["one", "two"]);
    expect(await waiting()).toEqual([]);
  });
});

test("what was taken back was never told", async () => {
  await asOwner(`DO $$ BEGIN
    DELETE FROM "AccessGrant" WHERE "organizationId" = '${red.id}';
    RAISE EXCEPTION 'taken back';
  EXCEPTION WHEN raise_exception THEN NULL; END $$`);
  expect(await waiting()).toEqual([]);
});

test("the worker tells every minute; without a back end the events are marked and that is all", async () => {
  expect(parseCrontab(CRONTAB).map(({ task }) => task)).toContain("tell_back_end");
  await event(red, "anything", 250);
  await workerTasks(null).taskList.tell_back_end?.({}, {} as never);
  expect(await waiting()).toEqual([]);
  const [row] = await asOwner<{ count: number }>(
    `SELECT count(*)::int FROM "ProvisioningEvent" WHERE "deliveredAt" IS NOT NULL`,
  );
  expect(row?.count).toBe(250);
});
