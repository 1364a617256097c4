import { describe, expect, it } from "vitest";
import { initials } from "@/components/ui/Avatar";
import { pageNumbers } from "@/components/ui/Pagination";
import { chooseLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { refusedState } from "@/lib/pipeline/failureState";

describe("the language of a page (PREF-1)", () => {
  it.each([
    [{ setting: "fr", acceptLanguage: "en" }, "fr"],
    [{ setting: "xx", acceptLanguage: "fr-CH, fr;q=0.9, en;q=0.8" }, "fr"],
    [{ acceptLanguage: "de-CH, en;q=0.3, fr;q=0.7" }, "fr"],
    [{ acceptLanguage: "fr;q=0, en" }, "en"],
    [{ acceptLanguage: ";;;q=,,\u0000" }, "en"],
    [{ acceptLanguage: null }, "en"],
    [{}, "en"],
  ] as const)("%j is %s", (wish, locale) => {
    expect(chooseLocale(wish)).toBe(locale);
  });
});

describe("a translator", () => {
  it("is made once for each language", () => {
    expect(translator("fr")).toBe(translator("fr"));
  });

  it("fills blanks and counts as the language does", () => {
    expect(translator("en")("common.table.results", { count: 1 })).toBe("1 result");
    expect(translator("fr")("common.table.results", { count: 0 })).toBe("Aucun résultat");
  });

  it("keeps names as they are, signs of the syntax included", () => {
    const name = "{O’Neill} <b>'#'</b>";
    expect(translator("en")("common.table.actionsFor", { name })).toBe(`Actions for ${name}`);
  });

  it("says loudly that a blank was left", () => {
    expect(() => translator("en")("common.table.actionsFor")).toThrow();
  });
});

describe("initials", () => {
  it.each([
    ["Nadja Weber", "NW"],
    ["Ivo", "I"],
    ["Jean-Baptiste von Hohenlohe", "JH"],
    ["nadja.weber@example.com", "NW"],
    ["Мария Иванова", "МИ"],
    ["👩‍🚀 Sally", "👩‍🚀S"],
    ["🇨🇭 Team", "🇨🇭T"],
    ["E\u0301mile Zola", "E\u0301Z"],
    ['=HYPERLINK("x") Roux', "HR"],
    ["«Ada» (Frei)", "AF"],
    ["   ", "?"],
  ])("of %s are %s", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe("page numbers", () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 13, [1, 0, 4, 5, 6, 0, 13]],
    [3, 13, [1, 2, 3, 4, 0, 13]],
    [13, 13, [1, 0, 12, 13]],
    [4, 5, [1, 2, 3, 4, 5]],
  ])("page %i of %i offers %j", (page, pages, numbers) => {
    expect(pageNumbers(page, pages)).toEqual(numbers);
  });
});

describe("a refusal", () => {
  const t = translator("en");
  const words = ["leader_is_no_member"];
  const said = t("refusals.leader_is_no_member");
  it("names whom it is about where that is known, beside its field and above the form (TEAM-1)", () => {
    expect(refusedState(t, { words, about: "Iris Novak" }).message).toBe(`Iris Novak: ${said}`);
    expect(refusedState(t, { words, field: "leaders", about: "Iris Novak" }).errors).toEqual({
      leaders: [`Iris Novak: ${said}`],
    });
    expect(refusedState(t, { words }).message).toBe(said);
  });

  it("names the number that it is about", () => {
    const { message } = refusedState(t, { words: ["no_address_left"], values: { count: 5 } });
    expect(message).toContain("All 5 addresses of this product are in use.");
  });
});
