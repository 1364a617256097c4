import { beforeEach, describe, expect, it } from "vitest";
import { changeAccess } from "@/lib/domain/products/commands/changeAccess";
import { createResource } from "@/lib/domain/products/commands/createResource";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { renameResource } from "@/lib/domain/products/commands/renameResource";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import { InvalidInput, NotFound } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { insertSubscription } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";

/** Everything that the commands of products and access refuse, one by one, and that nothing is changed by it. */

let house: House;
let legal: Caller;
let before: unknown;
const grants = () => asOwner(`SELECT * FROM "AccessGrant" ORDER BY "id"`);
const resources = () => asOwner(`SELECT "id", "name", "version" FROM "Resource" ORDER BY "id"`);
const state = async () => ({ grants: await grants(), resources: await resources() });
beforeEach(async () => {
  house = await buildHouse("refused");
  legal = await signedIn(house.people.legal, house.slug);
});

const somebody = () => `member:${house.members.somebody}`;
const hosting = () => `product:${house.products.hosting}`;
const folder = () => `resource:${house.resources.folder}`;

type Wish = { holder?: string; on?: string; rights?: string[] };
const give = ({ holder = somebody(), on = hosting(), rights = ["technical"] }: Wish) =>
  giveAccess.execute(legal, { holder, on, rights });

/** What happens before, what is asked for, and what it is refused with. */
type Case = [what: string, asked: () => Wish, word: string, first?: () => Promise<unknown>];
const endProduct = () =>
  asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [house.products.hosting]);

describe("giving access is refused", () => {
  it("on what is inside, to a former member too (USR-12)", async () => {
    const holder = `member:${house.members.former}`;
    expect(await refusal(give({ holder, on: folder(), rights: ["read"] }))).toEqual([
      "former_members_get_nothing",
    ]);
  });

  it.each<Case>([
    [
      "to a former member (USR-12)",
      () => ({ holder: `member:${house.members.former}` }),
      "former_members_get_nothing",
    ],
    [
      "to a team that was deleted",
      () => ({ holder: `team:${house.teams.other}` }),
      "team_is_gone",
      () => asOwner(`UPDATE "Team" SET "endedAt" = now() WHERE "id" = $1`, [house.teams.other]),
    ],
    [
      "to an invitation that was withdrawn",
      () => ({ holder: `invitation:${house.invitation.id}` }),
      "invitation_not_open",
      () => asOwner(`UPDATE "Invitation" SET "status" = 'REVOKED' WHERE "id" = $1`, [house.invitation.id]),
    ],
    ["on a product that has ended", () => ({}), "product_has_ended", endProduct],
    [
      "on a folder that has ended",
      () => ({ on: folder(), rights: ["read"] }),
      "resource_has_ended",
      () => asOwner(`UPDATE "Resource" SET "endedAt" = now() WHERE "id" = $1`, [house.resources.folder]),
    ],
    ["on a part of a suite (PROD-4)", () => ({ on: `product:${house.products.mail}` }), "given_on_its_suite"],
    ["on all parts of a kind (PROD-4)", () => ({ on: "kind:suite-drive" }), "given_on_its_suite"],
    [
      "to whoever has all products by their role (USR-1)",
      () => ({ holder: `member:${house.members.administrator}` }),
      "role_has_everything",
    ],
    ["twice", () => ({ rights: ["statistics"] }), "given_already", () => give({ rights: ["technical"] })],
    ["without any right", () => ({ rights: [] }), "no_right_chosen"],
    [
      "with a right that the kind does not have (USR-14)",
      () => ({ rights: ["sale"] }),
      "right_not_of_this_kind",
    ],
    ["with a level of something else", () => ({ on: folder(), rights: ["admin"] }), "right_not_of_this_kind"],
    ["with two levels at once", () => ({ on: folder(), rights: ["read", "write"] }), "only_one_level"],
    [
      "with “no access” to a team (TEAM-4)",
      () => ({ holder: `team:${house.teams.other}`, on: folder(), rights: ["none"] }),
      "none_is_for_one_person",
    ],
  ])("%s", async (_, asked, word, first) => {
    await first?.();
    before = await state();
    expect(await refusal(give(asked()))).toEqual([word]);
    expect(await state()).toEqual(before);
  });

  it("between organizations: neither their people, nor their teams, nor their products are there", async () => {
    const other = await buildHouse("other");
    before = await state();
    const wishes: Wish[] = [
      { holder: `member:${other.members.somebody}` },
      { holder: `team:${other.teams.web}` },
      { holder: `invitation:${other.invitation.id}` },
      { on: `product:${other.products.hosting}` },
      { on: `resource:${other.resources.folder}`, rights: ["read"] },
      { on: "kind:nothing-of-the-kind" },
    ];
    for (const wish of wishes) expect(await failureOf(give(wish))).toBeInstanceOf(NotFound);
    for (const grant of Object.values(other.grants)) {
      const input = { id: grant, seen: 1, rights: ["statistics"] };
      expect(await failureOf(changeAccess.execute(legal, input))).toBeInstanceOf(NotFound);
      expect(await failureOf(withdrawAccess.execute(legal, input))).toBeInstanceOf(NotFound);
    }
    expect(await state()).toEqual(before);
  });
});

describe("changing access is refused", () => {
  const change = async (grant: string, rights: string[], seen: number) =>
    changeAccess.execute(legal, { id: grant, seen, rights });

  it.each<[what: string, grant: "hosting" | "folder", rights: string[], seen: number, word: string]>([
    ["into what it is already", "hosting", ["technical"], 1, "nothing_to_change"],
    ["into nothing: that is withdrawing", "hosting", [], 1, "no_right_chosen"],
    ["into a right that the kind does not have", "hosting", ["check"], 1, "right_not_of_this_kind"],
    ["into two levels", "folder", ["read", "manage"], 3, "only_one_level"],
    ["into “no access” for a team (TEAM-4)", "folder", ["none"], 3, "none_is_for_one_person"],
    ["from what it is no longer", "hosting", ["statistics"], 3, "changed_meanwhile"],
  ])("%s", async (_, grant, rights, seen, word) => {
    before = await state();
    expect(await refusal(change(house.grants[grant], rights, seen))).toEqual([word]);
    expect(await state()).toEqual(before);
  });
});

describe("what is inside a product", () => {
  const create = (of: object) =>
    createResource.execute(legal, { product: house.products.drive, type: "FOLDER", name: "New", ...of });
  const rename = (of: object) =>
    renameResource.execute(legal, {
      ...{ product: house.products.drive, resource: house.resources.folder },
      ...{ version: 1, type: "FOLDER", name: "New" },
      ...of,
    });
  const mailbox = () => ({ product: house.products.mail, type: "MAILBOX" });
  /** Another organization with a mailbox in a domain that both have: what only the database can see. */
  const neighbour = async () => {
    await buildHouse("other");
    await insertSubscription(asOwner, {
      ...{ organizationId: house.id, kind: "domain", offer: "com", name: "other.example" },
    });
  };

  it.each<[what: string, of: () => object, word: string, first?: () => Promise<unknown>]>([
    [
      "a mailbox in a drive (PROD-1)",
      () => ({ type: "MAILBOX", name: "a@b.example" }),
      "not_held_by_this_kind",
    ],
    ["anything in a web hosting", () => ({ product: house.products.hosting }), "not_held_by_this_kind"],
    ["a folder shared with everybody (USR-2)", () => ({ shared: "read" }), "not_to_be_shared"],
    ["a second one of that name, in other letters", () => ({ name: "PLANS" }), "name_taken_here"],
    [
      "an address of another organization",
      () => ({ ...mailbox(), name: "Office@other.example" }),
      "address_taken",
      neighbour,
    ],
    [
      "in a product that has ended",
      () => ({}),
      "product_has_ended",
      () => asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [house.products.drive]),
    ],
  ])("is not created: %s", async (_, of, word, first) => {
    await first?.();
    before = await state();
    expect(await refusal(create(of()))).toEqual([word]);
    expect(await state()).toEqual(before);
  });

  it("is not renamed into what it is called, into a neighbour's name, or into an address that somebody has", async () => {
    await create({});
    await neighbour();
    const box = { ...mailbox(), resource: house.resources.mailbox };
    before = await state();
    expect(await refusal(rename({ name: "Plans" }))).toEqual(["nothing_to_change"]);
    expect(await refusal(rename({ name: "new" }))).toEqual(["name_taken_here"]);
    expect(await refusal(rename({ ...box, name: "office@other.example" }))).toEqual(["address_taken"]);
    expect(await refusal(rename({ version: 2 }))).toEqual(["changed_meanwhile"]);
    expect(await failureOf(rename({ ...mailbox(), name: "a@b.example" }))).toBeInstanceOf(NotFound);
    expect(await state()).toEqual(before);
  });

  it("has a name of 1 to 128 characters, and a mailbox an address", async () => {
    before = await state();
    const addressed = ["no address", "@", `${"a".repeat(65)}@b.example`].map((name) => ({
      ...mailbox(),
      name,
    }));
    for (const of of [{ name: "" }, { name: " \t" }, { name: "n".repeat(129) }, ...addressed]) {
      expect(await failureOf(create(of))).toBeInstanceOf(InvalidInput);
      expect(await failureOf(rename({ resource: house.resources.folder, ...of }))).toBeInstanceOf(
        InvalidInput,
      );
    }
    for (const of of [
      { type: "ROOM" },
      { type: "CALENDAR", product: house.products.suite, shared: "manage" },
    ])
      expect(await failureOf(create(of))).toBeInstanceOf(InvalidInput);
    expect(await state()).toEqual(before);
    await create({ name: "n".repeat(128) });
  });

  it("of another organization is not there", async () => {
    const other = await buildHouse("other");
    const theirs = { product: other.products.drive, resource: other.resources.folder };
    before = await state();
    expect(await failureOf(create(theirs))).toBeInstanceOf(NotFound);
    expect(await failureOf(rename(theirs))).toBeInstanceOf(NotFound);
    expect(await failureOf(rename({ resource: theirs.resource }))).toBeInstanceOf(NotFound);
    for (const of of [theirs, { ...theirs, product: house.products.drive }])
      expect(await failureOf(endResource.execute(legal, { ...of, version: 1 }))).toBeInstanceOf(NotFound);
    expect(await state()).toEqual(before);
  });
});
