import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currencyOf,
  hasCompleteCoordinates,
  LONGEST_NAME,
  organizationName,
} from "@/lib/domain/organizations/rules/naming";
import { COUNTRIES } from "@/lib/kernel/countries";
import { isSlug, slugOf } from "@/lib/kernel/ids";

describe("an organization's name (ORG-2)", () => {
  it("is the person's for a person", () =>
    expect(organizationName({ kind: "PERSON", firstName: "Claire", lastName: "Fontaine" })).toBe(
      "Claire Fontaine",
    ));

  it("is the legal name for a company", () =>
    expect(organizationName({ kind: "COMPANY", legalName: " Atelier Nord SA " })).toBe("Atelier Nord SA"));

  it("of a person with one name only has no space at its end", () =>
    expect(organizationName({ kind: "PERSON", firstName: "Sukarno", lastName: "" })).toBe("Sukarno"));

  it("fits, whatever people are called, and never ends within a sign", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (lastName) => {
        const name = organizationName({ kind: "PERSON", firstName: "Ada", lastName });
        return [...name].length <= LONGEST_NAME && name.isWellFormed() && name === name.trim();
      }),
    ));
});

describe("the short name in URLs", () => {
  it.each([
    ["Atelier Nord SA", "atelier-nord-sa"],
    ["Studio Lumière Sàrl", "studio-lumiere-sarl"],
    ["Straße & Söhne", "strasse-sohne"],
    ["  --- ", "organization"],
    ["株式会社", "organization"],
    ["🚀", "organization"],
  ])("%s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("is always one that a URL can have", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => isSlug(slugOf(name)))));
});

describe("the currency (BILL-12)", () => {
  it.each([
    ["CH", "CHF"],
    ["LI", "CHF"],
    ["FR", "EUR"],
    ["US", "EUR"],
  ])("of %s is %s", (country, currency) => expect(currencyOf(country)).toBe(currency));

  it("is known for every country that can be chosen", () =>
    expect(COUNTRIES.filter((country) => currencyOf(country) === "CHF")).toEqual(["CH", "LI"]));
});

describe("coordinates are complete", () => {
  const inOrder = {
    street: "Rue du Lac",
    postalCode: "1201",
    city: "Genève",
    country: "CH",
    phone: "+41 22 820 35 44",
  };

  it("when nothing is missing", () => expect(hasCompleteCoordinates(inOrder)).toBe(true));

  it.each(Object.keys(inOrder))("and not without %s", (field) =>
    expect(hasCompleteCoordinates({ ...inOrder, [field]: "" })).toBe(false),
  );
});
