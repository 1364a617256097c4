import type { Translate } from "@/lib/i18n/translator";
import { Refused } from "@/lib/kernel/failures";
import type { Destination, NoticeWord } from "@/lib/kernel/notices";
import { routes, safePath } from "@/lib/kernel/routes";
import { sentence } from "./failureState";
import type { FormInput } from "./form";

/** What became of one of several things that were acted on at once: done, or what spoke against it. */
export type ItemResult = { id: string; name: string; refusals: string[] };

const isDone = (item: ItemResult): boolean => item.refusals.length === 0;

/** Throws {@link Refused} with every reason when not one of them was possible: an act on one thing is refused like any other. `about` names them. */
export function ensureSomeDone(items: readonly ItemResult[], about?: string): void {
  if (items.some(isDone)) return;
  throw new Refused([...new Set(items.flatMap((item) => item.refusals))], undefined, about);
}

/** The names of all of these. */
export const namesOf = (items: readonly { name: string }[]): string =>
  items
    .map(({ name }) => name)
    .filter(Boolean)
    .join(", ");

/** How many were done. */
export const doneCount = (items: readonly ItemResult[]): number => items.filter(isDone).length;

/** Those that were not done, each with its reasons, as one text. */
export const failuresInWords = (t: Translate, items: readonly ItemResult[]): string =>
  items
    .filter((item) => !isDone(item))
    .map(({ name, refusals }) => {
      const value = refusals.map((word) => sentence(t, "refusals", word)).join(" ");
      return name ? t("common.form.problem", { field: name, value }) : value;
    })
    .join(" ");

/**
 * Where to go once all of several were done: back to where the form says it came from (`then`), else `otherwise`,
 * saying what was done. Null when some were not: their reasons are told in place.
 */
export function pathAfter(
  items: readonly ItemResult[],
  done: NoticeWord,
  form: Pick<FormInput, "organization" | "values">,
  otherwise: (organization: string) => string,
): Destination | null {
  if (!items.every(isDone)) return null;
  const wish = [form.values.then].flat()[0];
  return routes.after(safePath(wish, otherwise(form.organization ?? "~")), done, items.length);
}
