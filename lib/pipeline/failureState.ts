import type { Translate } from "@/lib/i18n/translator";
import type { InvalidInput, Refused } from "@/lib/kernel/failures";
import type { FormState } from "./formState";

type Told = Pick<FormState, "status" | "message" | "errors">;

/** Field errors in the reader's language. */
export function invalidState(t: Translate, failure: InvalidInput): Told {
  const errors: Record<string, string[]> = {};
  for (const [field, problems] of Object.entries(failure.fields))
    errors[field] = problems.map(({ word, values }) => sentence(t, "invalid", word, values));
  return { status: "invalid", message: t("common.form.errorTitle"), errors };
}

/** The refusals' sentences, beside their field where they have one. */
export function refusedState(
  t: Translate,
  { words, field, about, values }: Pick<Refused, "words" | "field" | "about" | "values">,
): Told {
  const sentences = words
    .map((word) => sentence(t, "refusals", word, values))
    .map((value) => (about ? t("common.form.problem", { field: about, value }) : value));
  if (field !== undefined)
    return { status: "invalid", message: t("common.form.errorTitle"), errors: { [field]: sentences } };
  return { status: "refused", message: sentences.join(" ") };
}

/** The sentence of a word; a word without one shows itself, and a test finds it. */
export function sentence(
  t: Translate,
  kind: "invalid" | "refusals",
  word: string,
  values?: Record<string, string | number>,
): string {
  const key = `${kind}.${word}`;
  return t.has(key) ? t(key, values) : word;
}
