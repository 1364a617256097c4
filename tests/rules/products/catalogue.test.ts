import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FAMILIES, FAMILY_NAMES } from "@/lib/access/families";
import { CatalogueError, readCatalogue } from "@/lib/domain/products/catalogue";
import { ROOT } from "@/tests/support/sources";

const text = readFileSync(join(ROOT, "prisma/catalogue.yaml"), "utf8");
const demo = readCatalogue(text, "prisma/catalogue.yaml");

describe("the demo's catalogue", () => {
  it("sells something of every family (PROD-1)", () => {
    const families = Object.values(demo).map(({ family }) => family);
    expect(FAMILY_NAMES.filter((family) => !families.includes(family))).toEqual([]);
  });

  it("has every price in both currencies, and some are degressive (PROD-1)", () => {
    const offers = Object.values(demo).flatMap((kind) => Object.values(kind.offers));
    for (const { prices } of offers)
      for (const amounts of Object.values(prices)) expect(Object.keys(amounts)).toEqual(["CHF", "EUR"]);
    expect(offers.filter(({ degressive }) => degressive.length > 0).length).toBeGreaterThan(2);
  });

  it("sells web hosting for CHF 9.92 or EUR 5.75 a month, a quarter less from 35 (PROD-8, PART-11)", () => {
    const { prices, degressive } = demo["web-hosting"]?.offers.standard ?? {};
    expect(prices?.MONTH).toEqual({ CHF: 992n, EUR: 575n });
    expect(degressive?.at(-1)).toMatchObject({ from: 35, to: null, reductionBasisPoints: 2500 });
  });

  it("sells the suite as Standard, Business and Enterprise per user (PROD-8)", () => {
    const offers = Object.values(demo.suite?.offers ?? {});
    expect(offers.map(({ names, storageGb, addresses }) => [names.en, storageGb, addresses])).toEqual([
      ["Standard", 50, 2],
      ["Business", 3000, 5],
      ["Enterprise", 6000, 10],
    ]);
  });

  it("lets a suite go up only, never over to another organization, and its parts come with it (PROD-4)", () => {
    expect(demo.suite).toMatchObject({ upgradeOnly: true, transferable: false });
    expect(demo.suite?.includes).toEqual(["suite-mail", "suite-drive", "suite-chat"]);
    for (const part of demo.suite?.includes ?? []) {
      expect(demo[part]).toMatchObject({ transferable: false, renewalWarranty: "NEVER" });
      expect(demo[part]?.offers).toEqual({ included: expect.objectContaining({ prices: {} }) });
    }
  });

  it("offers the Renewal Warranty with the order, but for the NAS only later (PROD-3)", () => {
    const parts = new Set(Object.values(demo).flatMap(({ includes }) => includes));
    for (const [key, { renewalWarranty }] of Object.entries(demo))
      expect([key, renewalWarranty]).toEqual([
        key,
        key === "nas" ? "LATER" : parts.has(key) ? "NEVER" : "AT_ORDER",
      ]);
  });

  it("has a suite for a person, and says that its prices are its own (PROD-8)", () => {
    expect(Object.keys(demo).filter((key) => demo[key]?.personal)).toEqual(["personal-suite"]);
    expect(text).toContain("THE PRICES ARE THE DEMO'S OWN");
  });
});

const KIND = `    family: web-hosting
    names: { en: Hosting, fr: Hébergement }
    offers:
      standard:
        names: { en: Standard, fr: Standard }
        prices:
          month: { CHF: 9.92, EUR: 5.75 }
        degressive: { 5-9: 5 %, 10+: 10 % }
`;
const file = `kinds:
  hosting:
${KIND}`;

const complaints = (broken: string): string[] => {
  try {
    readCatalogue(broken, "my.yaml");
  } catch (error) {
    if (error instanceof CatalogueError) return error.message.split("\n");
    throw error;
  }
  return [];
};
const changed = (from: string, to: string): string[] => {
  expect(file).toContain(from);
  return complaints(file.replace(from, to));
};
const at = (line: number, place: string, says: string) => `my.yaml:${line}: ${place}: ${says}`;
const OFFER = "kinds › hosting › offers › standard";

describe("a catalogue with mistakes is refused, each with its line", () => {
  it("takes a good one", () => expect(complaints(file)).toEqual([]));

  it.each<[what: string, from: string, to: string, complaint: string]>([
    [
      "an unknown family",
      "family: web-hosting",
      "family: hosting",
      at(3, "kinds › hosting › family", `this is none of ${FAMILY_NAMES.join(", ")}`),
    ],
    [
      "a family of JavaScript's own",
      "family: web-hosting",
      "family: constructor",
      at(3, "kinds › hosting › family", `this is none of ${Object.keys(FAMILIES).join(", ")}`),
    ],
    ["a missing language", ", fr: Hébergement", "", at(4, "kinds › hosting › names › fr", "this is missing")],
    [
      "an empty name",
      "en: Hosting",
      'en: " "',
      at(4, "kinds › hosting › names › en", "a name is one line of 1 to 100 characters"),
    ],
    [
      "a name of 101 letters",
      "en: Hosting",
      `en: ${"x".repeat(101)}`,
      at(4, "kinds › hosting › names › en", "a name is one line of 1 to 100 characters"),
    ],
    [
      "an unknown currency beside the others",
      "EUR: 5.75",
      "EUR: 5.75, USD: 6.00",
      at(9, `${OFFER} › prices › month › USD`, "known here are only CHF, EUR"),
    ],
    [
      "a negative price",
      "EUR: 5.75",
      "EUR: -5.75",
      at(9, `${OFFER} › prices › month › EUR`, "a price is never negative"),
    ],
    [
      "a third decimal",
      "EUR: 5.75",
      "EUR: 5.755",
      at(9, `${OFFER} › prices › month › EUR`, "an amount has at most two decimals"),
    ],
    [
      "a word for an amount",
      "EUR: 5.75",
      "EUR: free",
      at(9, `${OFFER} › prices › month › EUR`, "this is no amount, such as 9.92"),
    ],
    ["a missing currency", ", EUR: 5.75", "", at(9, `${OFFER} › prices › month › EUR`, "this is missing")],
    [
      "an unknown period",
      "month:",
      "decade:",
      at(9, `${OFFER} › prices › decade`, "known here are only month, quarter, year"),
    ],
    [
      "overlapping tiers",
      "5-9: 5 %",
      "5-10: 5 %",
      at(10, `${OFFER} › degressive › 10+`, "it overlaps with 5-10"),
    ],
    [
      "two tiers without end",
      "5-9: 5 %",
      "5+: 5 %",
      at(10, `${OFFER} › degressive › 10+`, "it overlaps with 5+"),
    ],
    [
      "a gap between tiers",
      "5-9: 5 %",
      "5-7: 5 %",
      at(10, `${OFFER} › degressive › 10+`, "8 to 9 are left out between 5-7 and this"),
    ],
    [
      "tiers that end",
      "10+: 10 %",
      "10-19: 10 %",
      at(10, `${OFFER} › degressive › 10-19`, "the last range has no end: 10+"),
    ],
    [
      "a tier for one",
      "5-9: 5 %",
      "1-9: 5 %",
      at(10, `${OFFER} › degressive › 1-9`, "one alone has the price itself: begin at 2 or more"),
    ],
    [
      "a tier backwards",
      "5-9: 5 %",
      "9-5: 5 %",
      at(10, `${OFFER} › degressive › 9-5`, "it ends before it begins"),
    ],
    ["a tier twice", "5-9: 5 %", "10+: 5 %", "my.yaml:10: this key is there twice"],
    [
      "more than all off",
      "10+: 10 %",
      "10+: 101 %",
      at(10, `${OFFER} › degressive › 10+`, "a reduction is a percentage up to 100 %, such as 25 %"),
    ],
    [
      "no range",
      "10+: 10 %",
      "many: 10 %",
      at(10, `${OFFER} › degressive › many`, "a range of quantities looks like 10-34 or 35+"),
    ],
    [
      "a key in capitals",
      "  hosting:",
      "  Hosting:",
      at(2, "kinds › Hosting", "a key is small letters and digits, with hyphens between"),
    ],
    [
      "a key as long as an id",
      "  hosting:",
      "  aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa:",
      at(2, "kinds › aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "a key has at most 30 characters"),
    ],
    [
      "a part of an unknown kind",
      "    offers:\n",
      "    includes: [mail]\n    offers:\n",
      at(5, "kinds › hosting › includes › 0", '"mail" is no kind of this catalogue'),
    ],
    [
      "a part of itself",
      "    offers:\n",
      "    includes: [hosting]\n    offers:\n",
      at(5, "kinds › hosting › includes › 0", "nothing is a part of itself"),
    ],
    [
      "a mistyped entry",
      "    offers:\n",
      "    renewalWaranty: later\n    offers:\n",
      at(
        5,
        "kinds › hosting › renewalWaranty",
        "known here are only family, names, personal, renewalWarranty, transferable, upgradeOnly, includes, offers",
      ),
    ],
    [
      "an unknown word",
      "    offers:\n",
      "    renewalWarranty: perhaps\n    offers:\n",
      at(5, "kinds › hosting › renewalWarranty", '"perhaps" is none of never, later, at-order'),
    ],
    [
      "a personal hosting",
      "    offers:\n",
      "    personal: yes\n    offers:\n",
      at(5, "kinds › hosting › personal", "only a suite can be personal"),
    ],
    [
      "no space",
      "        prices:\n",
      "        storageGb: 0\n        prices:\n",
      at(8, `${OFFER} › storageGb`, "this is no whole number from 1 upwards"),
    ],
  ])("%s", (_, from, to, complaint) => expect(changed(from, to)).toContain(complaint));

  it("a kind twice", () =>
    expect(complaints(`${file}  hosting:\n${KIND}`)).toEqual(["my.yaml:11: this key is there twice"]));

  it("a kind without offers, and an offer without price that comes with nothing", () => {
    const bare = "  bare:\n    family: nas\n    names: { en: Bare, fr: Nu }\n    offers: {}\n";
    const gift =
      "  gift:\n    family: nas\n    names: { en: Gift, fr: Cadeau }\n    offers:\n      only:\n        names: { en: Only, fr: Seul }\n";
    expect(complaints(file + bare + gift)).toEqual([
      at(14, "kinds › bare › offers", "at least one offer is needed"),
      at(19, "kinds › gift › offers › only", "it has no price, and no other kind includes it"),
    ]);
  });

  it("a part with a price, a part twice, and a part with parts", () => {
    const suite = (key: string, parts: string) =>
      `  ${key}:\n    includes: [${parts}]\n${KIND.replaceAll(", 10+: 10 %", "").replace("5-9", "5+")}`;
    expect(complaints(`${file}${suite("one", "hosting, hosting")}${suite("two", "one")}`)).toEqual([
      at(5, "kinds › hosting › offers", "what comes with another kind has one offer, without a price"),
      at(12, "kinds › one › includes › 1", '"hosting" is there twice'),
      at(15, "kinds › one › offers", "what comes with another kind has one offer, without a price"),
      at(22, "kinds › two › includes › 0", '"one" has parts of its own: a part cannot'),
    ]);
  });

  it("all at once, in the order of the file", () => {
    const broken = file
      .replace("family: web-hosting", "family: nothing")
      .replace("EUR: 5.75", "USD: -5")
      .concat("  other:\n    includes: [nowhere]\n", KIND.replace("5-9", "5-11"));
    expect(complaints(broken).map((line) => line.split(":")[1])).toEqual(["3", "9", "9", "12", "20"]);
  });

  it.each([
    ["nothing at all", "", "my.yaml:1: this is missing"],
    ["a list", "- one", "my.yaml:1: this must be a group of entries"],
    ["no kinds", "kinds:", "my.yaml:1: kinds: this is missing"],
    ["kinds as a list", "kinds: [one]", "my.yaml:1: kinds: this must be a group of entries"],
  ])("%s", (_, broken, complaint) => expect(complaints(broken)).toEqual([complaint]));

  it("text that is no YAML is told with the line alone", () => {
    const [first = "", ...others] = complaints(`${file}\n  - [unclosed\n`);
    expect(first).toMatch(/^my\.yaml:\d+: /);
    expect([first, ...others].join()).not.toContain("›");
  });
});
