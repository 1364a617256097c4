import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { listUsers } from "@/lib/domain/organizations/queries/listUsers";
import { shell } from "@/lib/domain/organizations/queries/shell";
import { UsersTable } from "@/lib/domain/organizations/usersTable";
import { Denied } from "@/lib/kernel/failures";
import { enterTogether } from "@/lib/pipeline/entering";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { signedIn } from "../../support/cast";
import { buildHouse, type House } from "../../support/houses";

/** A page and the frame around it read in one transaction; nobody gets further by that than alone. */

let house: House;
let other: House;

beforeEach(async () => {
  house = await buildHouse("nord");
  other = await buildHouse("south");
});

const transaction = async (reader: Reader) =>
  (await reader.rows<{ is: string }>(`SELECT pg_backend_pid() || ' ' || now() AS "is"`))[0]?.is;

const probe = query("probe", {
  permission: "organization.view",
  input: z.object({}),
  run: async ({ reader }) => ({
    transaction: await transaction(reader),
    members: (await reader.rows<{ id: string }>(`SELECT "organizationId" AS id FROM "Membership"`)).map(
      ({ id }) => id,
    ),
  }),
});

const broken = query("broken", {
  permission: "organization.view",
  input: z.object({}),
  run: ({ reader }) => reader.rows("SELECT 1 / 0"),
});

describe("what one request reads at the same time", () => {
  it("is read in one transaction, and afterwards in another", async () => {
    const caller = await signedIn(house.people.legal, house.slug);
    const together = enterTogether();
    const [one, two] = await Promise.all([
      probe.execute(caller, {}, together),
      probe.execute(caller, {}, together),
    ]);
    const later = await probe.execute(caller, {}, together);
    expect(one.transaction).toBe(two.transaction);
    expect(later.transaction).not.toBe(one.transaction);
  });

  it("is read apart by different people and in different organizations, each seeing their own", async () => {
    const together = enterTogether();
    const [one, two, three] = await Promise.all([
      probe.execute(await signedIn(house.people.legal, house.slug), {}, together),
      probe.execute(await signedIn(other.people.legal, other.slug), {}, together),
      probe.execute(await signedIn(house.people.external, house.slug), {}, together),
    ]);
    expect(new Set([one.transaction, two.transaction, three.transaction]).size).toBe(3);
    expect(new Set(one.members)).toEqual(new Set([house.id]));
    expect(new Set(two.members)).toEqual(new Set([other.id]));
  });

  it("is allowed to each question for itself", async () => {
    const caller = await signedIn(house.people.external, house.slug);
    const together = enterTogether();
    const [frame, page] = await Promise.allSettled([
      shell.execute(caller, {}, together),
      listUsers.execute(caller, UsersTable.parse({}), together),
    ]);
    expect(frame.status).toBe("fulfilled");
    expect(page.status === "rejected" && page.reason).toBeInstanceOf(Denied);
  });

  it("brings the switcher along whoever came first", async () => {
    const caller = await signedIn(house.people.legal, house.slug);
    const together = enterTogether();
    const [, frame] = await Promise.all([
      probe.execute(caller, {}, together),
      shell.execute(caller, {}, together),
    ]);
    expect(frame.organizations.map(({ slug }) => slug)).toEqual([house.slug]);
  });

  it("leaves no open transaction behind when it fails", async () => {
    const caller = await signedIn(house.people.legal, house.slug);
    const together = enterTogether();
    await expect(broken.execute(caller, {}, together)).rejects.toThrow("division by zero");
    expect((await probe.execute(caller, {}, together)).members).toContain(house.id);
  });
});
