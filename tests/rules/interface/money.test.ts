import fc from "fast-check";
import { expect, test } from "vitest";
import { moneyText, percentText, plainDayText } from "@/lib/i18n/format";

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, " ");

test.each([
  [992n, "CHF", "en", "CHF 9.92"],
  [0n, "EUR", "en", "EUR 0.00"],
  [5n, "CHF", "en", "CHF 0.05"],
  [123_456n, "CHF", "en", "CHF 1,234.56"],
  [-992n, "CHF", "en", "-CHF 9.92"],
  [992n, "EUR", "fr", "9,92 EUR"],
] as const)("%s hundredths of %s in %s are %s", (minor, currency, locale, text) =>
  expect(plain(moneyText(minor, currency, locale))).toBe(text),
);

test("no amount loses a hundredth, however large (BILL-9)", () =>
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (minor) => {
      expect(BigInt(moneyText(minor, "CHF", "en").replace(/\D/g, ""))).toBe(minor);
    }),
  ));

test("a reduction and a plain day are the same everywhere", () => {
  expect(plain(percentText(2500, "en"))).toBe("25%");
  expect(plain(percentText(1250, "en"))).toBe("12.5%");
  expect(plainDayText("2026-12-31", "en")).toBe("31 December 2026");
});
