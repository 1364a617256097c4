import { Refused } from "./failures";

/** The outcome of a `may…` rule: the refusals in the order of telling; none means allowed. */
export type Decision<Word extends string> = { readonly refusals: readonly Word[] };

/** Lists the refusals whose condition holds, in the order they are written down. */
export function refuseWhen<Word extends string>(reasons: Record<Word, boolean>): Decision<Word> {
  return { refusals: (Object.keys(reasons) as Word[]).filter((word) => reasons[word]) };
}

/**
 * Returns when the decision allows; throws {@link Refused} with every refusal otherwise, beside `field` where told, and
 * with the numbers that the sentences need.
 */
export function ensure(
  decision: Decision<string>,
  field?: string,
  values?: Readonly<Record<string, number>>,
): void {
  if (decision.refusals.length > 0) throw new Refused(decision.refusals, field, undefined, values);
}
