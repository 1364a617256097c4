import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minorUnits, priceOf, reductionFor, type Tier } from "@/lib/domain/products/rules/prices";

const TIERS: Tier[] = [
  { fromQuantity: 1, reductionBasisPoints: 0 },
  { fromQuantity: 10, reductionBasisPoints: 1000 },
  { fromQuantity: 35, reductionBasisPoints: 2500 },
];

describe("an amount in the catalogue", () => {
  it.each([
    ["9.92", 992n],
    ["5.75", 575n],
    ["0", 0n],
    ["0.1", 10n],
    ["1000000.00", 100_000_000n],
    ["999999999999.99", 99_999_999_999_999n],
  ])("%s is exact", (text, amount) => expect(minorUnits(text)).toBe(amount));

  it.each([
    ["-1", "negative"],
    ["-0.01", "negative"],
    ["9.921", "too_precise"],
    ["9.920", "too_precise"],
    ["", "no_amount"],
    ["9,92", "no_amount"],
    ["1e3", "no_amount"],
    ["9.", "no_amount"],
    [".5", "no_amount"],
    ["CHF 5", "no_amount"],
    ["1'000", "no_amount"],
    ["٣", "no_amount"],
    ["1000000000000", "no_amount"],
  ])("%j is told as %s", (text, word) => expect(minorUnits(text)).toBe(word));

  it("is what was written, whichever it is (BILL-9)", () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (amount) => {
        const text = `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
        expect(minorUnits(text)).toBe(amount);
      }),
    ));
});

describe("a degressive price (PROD-1)", () => {
  it.each([
    [1, 0],
    [9, 0],
    [10, 1000],
    [34, 1000],
    [35, 2500],
    [10_000, 2500],
  ])("of %i is %i basis points less", (quantity, reduction) =>
    expect(reductionFor(TIERS, quantity)).toBe(reduction),
  );

  it("of 35 hostings is a quarter less, in both currencies", () => {
    expect(priceOf(992n, TIERS, 35)).toBe(26_040n);
    // 150.9375: half away from zero, once for all of them and not for each.
    expect(priceOf(575n, TIERS, 35)).toBe(15_094n);
  });

  it("needs no tiers, nor their order", () => {
    expect(priceOf(992n, [], 3)).toBe(2976n);
    expect(priceOf(992n, [...TIERS].reverse(), 35)).toBe(26_040n);
  });

  it("is exact where floating-point numbers are not", () =>
    expect(priceOf(99_999_999_999_999n, [], 2_000_000_000)).toBe(199_999_999_999_998_000_000_000n));
});
