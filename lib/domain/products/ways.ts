import { accessOf, type Grant, type Holder } from "@/lib/access/resolution";
import { hasAllRights, isInside } from "@/lib/access/roles";
import { isUuid } from "@/lib/kernel/ids";
import { onOf } from "./reachLines";

/** Everything by which somebody may reach products and what is inside them, as rows are looked for. */
export type Ways = {
  /** Every product, by role. */
  readonly all: boolean;
  /** Whether what everybody inside shares is theirs too. */
  readonly isInside: boolean;
  /** What was given on products and on kinds, with the bits that count there. */
  readonly given: readonly Grant[];
  /** What something was given on inside a product. */
  readonly things: readonly string[];
  /** What one is kept out of by name, although everybody inside shares it. */
  readonly keptOut: readonly string[];
};

/** All bits: whatever was given counts. */
const WHATEVER = -1;

/** Every way of these people, also those that give nothing in the end: for what is explained, or may be lost. */
export function waysOf(holders: readonly Holder[]): Ways {
  const on = onOf(holders);
  return {
    all: holders.some(({ role }) => hasAllRights(role)),
    isInside: holders.some(({ role }) => isInside(role)),
    given: on.map((one) => ({ on: one, rights: WHATEVER })),
    things: on.filter(isUuid),
    keptOut: [],
  };
}

/** The ways by which one person really has something: not a right that a part lacks, nor what they are kept out of. */
export function waysThatGive(holder: Holder): Ways {
  const { individual, teams } = accessOf(holder);
  const given = onOf([holder]).map((on) => ({
    on,
    rights: (individual.get(on) ?? 0) | (teams.get(on) ?? 0),
  }));
  // Nothing can be given on purpose, to one person: it stands above whatever else would reach them (TEAM-4).
  const keptOut = [...individual].flatMap(([on, rights]) => (rights === 0 ? [on] : []));
  const things = given.map(({ on }) => on).filter((on) => isUuid(on) && !keptOut.includes(on));
  return { all: hasAllRights(holder.role), isInside: isInside(holder.role), given, things, keptOut };
}
