import { beforeEach, describe, expect, it } from "vitest";
import { editCoordinates } from "@/lib/domain/organizations/commands/editCoordinates";
import { settings } from "@/lib/domain/organizations/queries/settings";
import { ActorChanged, Denied, InvalidInput, NotFound, Refused } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import type { World } from "@/prisma/stage";
import { onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";

/** Coordinates are edited by legal representatives, read by administrators, with the general terms ticked (ORG-11). */

const inOrder = {
  version: "1",
  name: "Atelier Nord SA",
  street: "Rue du Lac",
  houseNumber: "7b",
  postalCode: "1201",
  city: "Genève",
  country: "CH",
  phone: "022 820 35 44",
  locale: "fr",
  terms: "on",
};

let world: World;
let claire: Caller;
beforeEach(async () => {
  world = await onStage();
  claire = await signedIn(world.people.claire, world.organizations.atelier.slug);
});

const edit = (over: Partial<typeof inOrder> = {}, caller = claire) =>
  editCoordinates.execute(caller, { ...inOrder, ...over });
const failureOf = (over: Partial<typeof inOrder>, caller?: Caller): Promise<unknown> =>
  edit(over, caller).then(
    () => null,
    (failure: unknown) => failure,
  );

describe("editing", () => {
  it("keeps what was entered, formats the phone, and records only what changed", async () => {
    await edit();
    const { coordinates, isComplete } = await settings.execute(claire, {});
    expect(isComplete).toBe(true);
    expect(coordinates).toMatchObject({
      street: "Rue du Lac",
      houseNumber: "7b",
      phone: "+41 22 820 35 44",
      locale: "fr",
      version: 2,
    });
    const [entry] = await asOwner<{ before: object; after: object }>(
      `SELECT "before", "after" FROM "AuditEntry"`,
    );
    expect(entry?.before).toEqual({
      street: "",
      houseNumber: "",
      postalCode: "",
      city: "",
      phone: "",
      locale: "en",
    });
    expect(entry?.after).toMatchObject({ street: "Rue du Lac", phone: "+41 22 820 35 44" });
    expect(Object.keys(entry?.after ?? {})).not.toContain("name");
  });

  it("never changes the currency, wherever the organization moves (BILL-12)", async () => {
    await edit({ country: "FR", phone: "+33 1 70 18 99 00", postalCode: "75001" });
    const { coordinates } = await settings.execute(claire, {});
    expect(coordinates).toMatchObject({ country: "FR", currency: "CHF" });
  });

  it.each(["株式会社アトリエ", "مكتب الشمال", "Atelier 🚀 Nord"])("takes a name such as %s", async (name) => {
    await edit({ name });
    expect((await settings.execute(claire, {})).coordinates.name).toBe(name);
  });

  it("from an older state changes nothing and says so", async () => {
    await edit();
    const failure = await failureOf({ city: "Lausanne" });
    expect(failure).toBeInstanceOf(Refused);
    expect((failure as Refused).words).toEqual(["changed_meanwhile"]);
    expect((await settings.execute(claire, {})).coordinates.city).toBe("Genève");
  });

  it("to what it already was is refused", async () => {
    await edit();
    expect((await failureOf({ version: "2", phone: "+41 22 820 35 44" })) as Refused).toMatchObject({
      words: ["nothing_to_change"],
    });
  });

  it.each([
    ["terms", "accept_terms", { terms: "" }],
    ["phone", "phone", { phone: "12" }],
    ["phone", "phone", { phone: "call me" }],
    ["postalCode", "postal_code", { postalCode: "<1201>" }],
    ["country", "country", { country: "ZZ" }],
    ["country", "country", { country: "ch" }],
    ["name", "required", { name: "  " }],
    ["name", "too_long", { name: "x".repeat(201) }],
    ["name", "line_breaks", { name: "Atelier\r\nBcc: all@x.example" }],
    ["street", "line_breaks", { street: "Rue\u202Edu Lac" }],
    ["city", "required", { city: "" }],
    ["locale", "choose_one", { locale: "xx" }],
  ] as const)("%s: %s", async (field, word, broken) => {
    const failure = await failureOf(broken);
    expect(failure).toBeInstanceOf(InvalidInput);
    expect((failure as InvalidInput).fields[field]?.[0]?.word).toBe(word);
    expect(await asOwner(`SELECT 1 FROM "AuditEntry"`)).toEqual([]);
  });

  it("leaves out the number where a street has none", async () => {
    await edit({ houseNumber: "" });
    expect((await settings.execute(claire, {})).coordinates.houseNumber).toBe("");
  });
});

describe("who may", () => {
  it("an administrator reads, and does not edit", async () => {
    const marco = await signedIn(world.people.marco, world.organizations.atelier.slug);
    await expect(settings.execute(marco, {})).resolves.toMatchObject({ mayEdit: false });
    expect(await failureOf({}, marco)).toBeInstanceOf(Denied);
  });

  it("a collaborator does not even read", async () => {
    const jonas = await signedIn(world.people.jonas, world.organizations.atelier.slug);
    await expect(settings.execute(jonas, {})).rejects.toBeInstanceOf(Denied);
  });

  it("a partner does neither (PART-17)", async () => {
    const sofia = await signedIn(world.people.sofia, world.organizations.lumiere.slug);
    await expect(settings.execute(sofia, {})).rejects.toBeInstanceOf(Denied);
    expect(await failureOf({}, sofia)).toBeInstanceOf(Denied);
  });

  it("a stranger finds nothing", async () => {
    const victor = await signedIn(world.people.victor, world.organizations.atelier.slug);
    expect(await failureOf({}, victor)).toBeInstanceOf(NotFound);
  });

  it("a form of another account does nothing", async () => {
    const form = { userId: world.people.marco, key: null };
    expect(await failureOf({}, { ...claire, form })).toBeInstanceOf(ActorChanged);
  });
});
