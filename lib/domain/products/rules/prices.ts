/** The currencies that customers pay in (BILL-12). */
export const CURRENCIES = ["CHF", "EUR"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** The periods that can be paid for, shortest first. */
export const PERIODS = ["MONTH", "QUARTER", "YEAR"] as const;
export type Period = (typeof PERIODS)[number];

/** A price in hundredths, from a quantity upwards: `reductionBasisPoints` hundredths of a percent less than the public price. */
export type Tier = { readonly fromQuantity: number; readonly reductionBasisPoints: number };

const WHOLE = 10_000n;

/** "9.92" in hundredths; a word for what is wrong with it otherwise. No floating point on the way (BILL-9). */
export function minorUnits(text: string): bigint | "negative" | "too_precise" | "no_amount" {
  const parts = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!parts) return "no_amount";
  const [, sign, whole = "0", decimals = ""] = parts;
  if (sign) return "negative";
  if (decimals.length > 2) return "too_precise";
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, "0"));
}

/** What so many cost for one period without VAT, in hundredths: the highest tier reached is for all of them (PROD-1). */
export function priceOf(amountMinor: bigint, tiers: readonly Tier[], quantity: number): bigint {
  const left = WHOLE - BigInt(reductionFor(tiers, quantity));
  const exact = amountMinor * BigInt(quantity) * left;
  // Half away from zero, once, at the end (BILL-9).
  return (exact + WHOLE / 2n) / WHOLE;
}

/** By how many basis points this quantity is cheaper. */
export function reductionFor(tiers: readonly Tier[], quantity: number): number {
  let reached: Tier | undefined;
  for (const tier of tiers)
    if (tier.fromQuantity <= quantity && (!reached || tier.fromQuantity > reached.fromQuantity))
      reached = tier;
  return reached?.reductionBasisPoints ?? 0;
}
