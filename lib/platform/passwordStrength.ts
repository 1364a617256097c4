import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** How hard a password is to guess, and what makes it easy. */
export type PasswordStrength = {
  /** Decimal logarithm of the guesses that a good program needs. */
  guessesLog10: number;
  weakness: "repetition" | "pattern" | "common" | null;
};

/** Characters that are looked at: what a longer password starts with is strong enough alone, and time stays bounded. */
const LOOKED_AT = 64;

const WEAKNESS: Record<string, PasswordStrength["weakness"]> = {
  simpleRepeat: "repetition",
  extendedRepeat: "repetition",
  straightRow: "pattern",
  keyPattern: "pattern",
  sequences: "pattern",
  dates: "pattern",
  recentYears: "pattern",
  topTen: "common",
  topHundred: "common",
  common: "common",
  similarToCommon: "common",
  wordByItself: "common",
  pwned: "common",
};

let checker: ZxcvbnFactory | undefined;

/** Measures a password against lists of leaked ones, keyboard walks, repetitions and the words about its owner. */
export function measurePassword(password: string, aboutOwner: readonly string[]): PasswordStrength {
  checker ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const { guessesLog10, feedback } = checker.check([...password].slice(0, LOOKED_AT).join(""), [
    ...aboutOwner,
  ]);
  return { guessesLog10, weakness: WEAKNESS[feedback.warning ?? ""] ?? null };
}
