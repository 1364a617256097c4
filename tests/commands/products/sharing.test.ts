import { beforeEach, describe, expect, it } from "vitest";
import { rightsFrom } from "@/lib/access/families";
import { createResource } from "@/lib/domain/products/commands/createResource";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { shareResource } from "@/lib/domain/products/commands/shareResource";
import { previewSharing } from "@/lib/domain/products/queries/previewSharing";
import { myReach } from "@/lib/domain/teams/queries/myReach";
import { tellChange } from "@/lib/i18n/activity";
import { translator } from "@/lib/i18n/translator";
import { Denied, InvalidInput } from "@/lib/kernel/failures";
import { insertGrant } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";
import { refusal } from "../../support/refusal";

/** A calendar is shared with everybody inside later, otherwise, and no longer; externals are outside (USR-2). */

const { read, write } = { read: rightsFrom("CALENDAR", ["read"]), write: rightsFrom("CALENDAR", ["write"]) };

let house: House;
let calendar: { product: string; resource: string };
beforeEach(async () => {
  house = await buildHouse("share");
  calendar = { product: house.products.suite, resource: house.resources.calendar };
  await asOwner(`DELETE FROM "ProvisioningEvent"`);
});

type Who = keyof House["people"];
const caller = (who: Who) => signedIn(house.people[who], house.slug);
const share = async (shared: string | string[], version = 1, who: Who = "legal") =>
  shareResource.execute(await caller(who), { ...calendar, version, shared });
const preview = async (shared: string | string[] | null, who: Who = "legal") =>
  previewSharing.execute(await caller(who), { ...calendar, shared });
const grant = (who: "collaborator" | "external", rights: number) =>
  insertGrant(asOwner, {
    organizationId: house.id,
    by: { userId: house.people.legal, name: "legal" },
    to: { membershipId: house.members[who] },
    on: { resourceId: house.resources.calendar },
    rights,
  });
const has = async (who: Who): Promise<number> =>
  (await myReach.execute(await caller(who), {})).products
    .flatMap((product) => product.inside)
    .find(({ id }) => id === house.resources.calendar)?.rights ?? 0;
const told = () =>
  asOwner<{ kind: string; before: number; rights: number }>(
    `SELECT "kind", ("payload"->>'before')::int AS "before", ("payload"->>'rights')::int AS "rights"
     FROM "ProvisioningEvent" WHERE "payload"->>'resourceId' = $1 ORDER BY "id"`,
    [house.resources.calendar],
  );
const INSIDE = ["administrator", "collaborator", "legal", "otherLegal", "somebody", "withBilling"] as const;

describe("the effect is shown first, and is what happens", () => {
  it("everybody inside gains more; externals are left out, and whoever had it already (USR-2)", async () => {
    await grant("collaborator", write);
    const { choice } = await preview("write");
    expect(choice?.gaining.map(({ id, before, after }) => [id, before, after]).sort()).toEqual(
      INSIDE.filter((who) => who !== "collaborator")
        .map((who) => [house.members[who], read, write])
        .sort(),
    );
    expect([choice?.gains, choice?.losses, choice?.refusals]).toEqual([5, 0, []]);
    await share("write");
    for (const who of INSIDE) expect(await has(who)).toBe(write);
    expect(await has("external")).toBe(0);
  });

  it("no longer shared, everybody loses it but whom it was given to", async () => {
    await grant("collaborator", read);
    await grant("external", write);
    const { choice, now } = await preview([]);
    expect(now).toEqual(["read"]);
    expect([choice?.gains, choice?.losses, choice?.losing.some(({ after }) => after !== 0)]).toEqual([
      ...[0, 5, false],
    ]);
    await share("");
    expect([await has("somebody"), await has("collaborator"), await has("external")]).toEqual([
      ...[0, read, write],
    ]);
  });

  it("nothing is said before something is chosen; a level that there is not is no choice", async () => {
    expect(await preview(null)).toMatchObject({ choice: null, levels: ["read", "write"] });
    expect((await preview("manage")).choice).toBeNull();
    expect((await preview(["read", "write"])).choice).toBeNull();
  });
});

describe("what is refused", () => {
  it("as it was, what is no calendar and no address book, and a level that there is not", async () => {
    expect(await refusal(share("read"))).toEqual(["nothing_to_change"]);
    expect((await preview("read")).choice?.refusals).toEqual(["nothing_to_change"]);
    for (const [product, resource] of [
      [house.products.drive, house.resources.folder],
      [house.products.mail, house.resources.mailbox],
      [house.products.chat, house.resources.channel],
    ]) {
      const level = resource === house.resources.channel ? "member" : "read";
      const input = { product, resource, version: 1, shared: level };
      expect(await refusal(shareResource.execute(await caller("legal"), input))).toEqual([
        "not_to_be_shared",
      ]);
    }
    await expect(share("manage")).rejects.toBeInstanceOf(InvalidInput);
    await expect(share(["read", "write"])).rejects.toBeInstanceOf(InvalidInput);
  });

  it("whoever does not manage the product, and whoever saw an older state", async () => {
    await expect(share("write", 1, "collaborator")).rejects.toBeInstanceOf(Denied);
    await expect(preview("write", "external")).rejects.toBeInstanceOf(Denied);
    await share("write");
    expect(await refusal(share("", 1))).toEqual(["changed_meanwhile"]);
  });
});

describe("what is told", () => {
  it("back ends hear of each change, of sharing from the beginning, and of its end", async () => {
    await share("write");
    await share("", 2);
    await share("read", 3);
    await endResource.execute(await caller("legal"), { ...calendar, version: 4 });
    expect((await told()).map(({ kind, before, rights }) => [kind, before, rights])).toEqual([
      ["sharing.changed", read, write],
      ["sharing.changed", write, 0],
      ["sharing.changed", 0, read],
      ["sharing.changed", read, 0],
    ]);
    const make = { product: house.products.suite, type: "CALENDAR" };
    await createResource.execute(await caller("legal"), { ...make, name: "Mine" });
    await createResource.execute(await caller("legal"), { ...make, name: "Ours", shared: "read" });
    expect(
      await asOwner(
        `SELECT r."name" FROM "ProvisioningEvent" e JOIN "Resource" r ON r."id"::text = e."payload"->>'resourceId'
         WHERE r."id" <> $1`,
        [house.resources.calendar],
      ),
    ).toEqual([{ name: "Ours" }]);
  });

  it("the record says in words what everybody had and has (COMP-4)", async () => {
    await share("write");
    await share("", 2);
    const entries = await asOwner<Parameters<typeof tellChange>[0]>(
      `SELECT "action", "actorName", "onBehalfOfName", "subjectName", "before", "after" FROM "AuditEntry"
       WHERE "action" = 'resource.shared' ORDER BY "at", "id"`,
    );
    const t = translator("en");
    expect(
      entries.map((entry) => tellChange(entry, t, "en")).map((one) => [one.sentence, one.details]),
    ).toEqual([
      [
        "legal of share changed what everybody has of Holidays",
        ["Shared with the whole organization: See events → Change events"],
      ],
      [
        "legal of share changed what everybody has of Holidays",
        ["Shared with the whole organization: Change events → No access"],
      ],
    ]);
  });
});
