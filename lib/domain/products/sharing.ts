import { type ResourceType, rightsFrom, SCALES, wordsFor } from "@/lib/access/families";
import { InvalidInput } from "@/lib/kernel/failures";

/** Whether this is a choice at all: one level of its scale, or none. */
export const isSharing = (type: ResourceType, words: readonly string[]): boolean =>
  words.length <= 1 && words.every((word) => Object.hasOwn(SCALES[type].rights, word));

/** The bits that everybody inside gets by this choice; throws {@link InvalidInput} for what is none. */
export function sharedRightsFrom(type: ResourceType, words: readonly string[]): number {
  if (!isSharing(type, words)) throw new InvalidInput({ shared: [{ word: "choose_one" }] });
  return rightsFrom(type, words);
}

/** A sharing as the record keeps it: what it is on, and the word (`CALENDAR read`). */
export const recordedSharing = (type: ResourceType, rights: number): string =>
  [type, ...wordsFor(type, rights)].join(" ");
