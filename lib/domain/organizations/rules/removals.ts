import type { Standing } from "@/lib/access/actor";
import { type MemberChoices, mayRemoveMember, type OtherLegalRepresentatives } from "./members";

/** A legal representative, as far as the others depend on them (USR-5, USR-6). */
export type LegalRepresentative = { id: string; getsReminders: boolean };

/** How the legal representatives beside this member stand. */
function othersThan(all: readonly LegalRepresentative[], id: string): OtherLegalRepresentatives {
  const others = all.filter((one) => one.id !== id);
  return { count: others.length, oneGetsReminders: others.some((one) => one.getsReminders) };
}

type Leaver = { id: string; isSelf: boolean; before: MemberChoices };

/**
 * What speaks against removing each of several members, one after the other: of two legal representatives who are
 * the last ones, the first goes and the second stays (USR-5).
 */
export function removalRefusals(
  standing: Standing,
  leavers: readonly Leaver[],
  legal: readonly LegalRepresentative[],
): Map<string, string[]> {
  let left = legal;
  const refusals = new Map<string, string[]>();
  for (const { id, ...leaver } of leavers) {
    const words = mayRemoveMember({ standing, ...leaver, others: othersThan(left, id) }).refusals;
    refusals.set(id, [...words]);
    if (words.length === 0) left = left.filter((one) => one.id !== id);
  }
  return refusals;
}
