import { effectsOnPeople, type PersonEffect, type Touched } from "@/lib/access/effects";
import { ensureAsShown, sealOf } from "@/lib/access/seal";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import { type NamedTarget, targetsOf } from "./facts";
import { type HolderRef, type ObjectRef, type Somebody, touchedBy } from "./facts/access";
import { holderAfter } from "./rules/access";

/** One grant as it would be; null takes it away. */
export type GrantToBe = { holder: HolderRef; object: ObjectRef; rights: number | null };

/** What it changes for everybody whom it touches, by the names that they have. */
export type GrantEffects = {
  people: Somebody[];
  touched: Touched[];
  targets: NamedTarget[];
  changed: PersonEffect<NamedTarget>[];
  /** Says which effect this is; see {@link sealOf}. */
  seal: string;
};

/**
 * What giving, changing or withdrawing one grant does to everybody whom it touches: asked before it is done to show it,
 * and by the command, which does what was shown (TEAM-4).
 */
export async function effectsOfGrant(
  reader: Reader,
  organizationId: string,
  { holder, object, rights }: GrantToBe,
): Promise<GrantEffects> {
  const people = await touchedBy(reader, organizationId, holder);
  const ids = people.map((person) => person.id);
  const targets = await targetsOf(reader, organizationId, [object.id]);
  const held = await holders(reader, organizationId, ids);
  const touched = ids.flatMap((id) => {
    const before = held.get(id);
    if (!before) return [];
    return [{ id, before, after: holderAfter(before, { holder, on: object.id, rights }) }];
  });
  const changed = effectsOnPeople(touched, targets);
  return { people, touched, targets, changed, seal: sealOf(ids, changed) };
}

/** Throws a refusal where a form showed another effect than there is now: somebody joined the team or left it, say. */
export const ensureEffectAsShown = (
  reader: Reader,
  organizationId: string,
  shown: string | undefined,
  grant: GrantToBe,
): Promise<void> => ensureAsShown(shown, () => effectsOfGrant(reader, organizationId, grant));
