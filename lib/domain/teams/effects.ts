import { effectsOnPeople, type PersonEffect, summaryOf, type Touched } from "@/lib/access/effects";
import type { Grant, Holder } from "@/lib/access/resolution";
import { type NamedTarget, targetsOf } from "@/lib/domain/products/facts";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import { sealOf } from "./rules/holdings";

/** What a change of a team does, before it is made. */
export type TeamEffects = {
  people: PersonEffect<NamedTarget>[];
  /** Everybody whom it touches, and all that it touches. */
  touched: Touched[];
  targets: NamedTarget[];
  /** Says which effect this is; see {@link sealOf}. */
  seal: string;
};

/** What a change does to these members; three statements, however many there are. */
export async function effectsOfChange(
  reader: Reader,
  organizationId: string,
  change: { members: readonly string[]; on: readonly Pick<Grant, "on">[]; after: (before: Holder) => Holder },
): Promise<TeamEffects> {
  const targets = await targetsOf(
    reader,
    organizationId,
    change.on.map(({ on }) => on),
  );
  const before = await holders(reader, organizationId, change.members);
  const touched = [...before].map(([id, holder]) => ({ id, before: holder, after: change.after(holder) }));
  const people = effectsOnPeople(touched, targets);
  return { people, touched, targets, seal: sealOf(change.members.length, summaryOf(people)) };
}
