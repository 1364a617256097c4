/** One comparison: what was measured here (`ours`) against its limit, and the ratio that is asked for. */
export type Line = Measured & { ratio: number };

export type Measured = {
  bench: string;
  goal: number;
  better: "higher" | "lower";
  ours: number;
  limit: number;
  unit: string;
  rounds: number;
  /** How much the base moved within the run: its best shot to its worst. */
  swing?: number;
  /** Seconds of the very first start. */
  first?: number;
};

/** Makes a line out of two figures; the ratio is ours to the limit, three places. */
export const line = (measured: Measured): Line => ({
  ...measured,
  ratio: round(measured.ours / measured.limit, 3),
});

export const round = (value: number, places: number): number => Number(value.toFixed(places));

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share of the values lies; 0 for none. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
