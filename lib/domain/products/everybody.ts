import { type Effect, effectOfSharing, effectsOn, isGain } from "@/lib/access/effects";
import type { Holder, Target } from "@/lib/access/resolution";
import { sealOf } from "@/lib/access/seal";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import { peopleReaching } from "./facts/peopleReaching";
import type { NamedThing } from "./reachLines";

/** Somebody to whom a change of one thing gives something, or from whom it takes something. */
type Changed = { id: string; name: string; before: number; after: number };

/** What a change of one thing does to everybody: named up to a bound, counted and sealed whole. */
type EffectsOnEverybody = {
  gaining: Changed[];
  gains: number;
  losing: Changed[];
  losses: number;
  /** Says which effect this is; see {@link sealOf}. */
  seal: string;
};

type Thing = Exclude<NamedThing, { type: "PRODUCT" }>;

/** At most this many are named; how many there are is always said. */
const NAMED = 500;

/** So many are looked at together: an organization of any size is counted to its end. */
const TOGETHER = 2_000;

/** What everybody who has something on a thing loses when it ends. */
export const effectsOfEnding = (
  reader: Reader,
  organizationId: string,
  thing: Thing,
): Promise<EffectsOnEverybody> =>
  effectsOnEverybody(
    reader,
    organizationId,
    { thing, isAnythingShared: thing.sharedRights > 0 },
    (holder) => effectsOn(holder, null, [thing])[0],
  );

/** What sharing a thing otherwise with everybody gives to whom and takes from whom; externals are left out (USR-2). */
export const effectsOfSharing = (
  reader: Reader,
  organizationId: string,
  thing: Thing,
  sharedRights: number,
): Promise<EffectsOnEverybody> =>
  effectsOnEverybody(reader, organizationId, { thing, isAnythingShared: true }, (holder) =>
    effectOfSharing(holder, thing, sharedRights),
  );

type Touched = { id: string; name: string; effect: Effect<Target> };

async function effectsOnEverybody(
  reader: Reader,
  organizationId: string,
  at: { thing: Thing; isAnythingShared: boolean },
  effectOf: (holder: Holder) => Effect<Target> | undefined,
): Promise<EffectsOnEverybody> {
  const all = await touched(reader, organizationId, at, effectOf);
  const [gaining, losing] = [true, false].map((gains) =>
    all.filter(({ effect }) => isGain(effect) === gains),
  ) as [Touched[], Touched[]];
  const named = (of: Touched[]) =>
    of.slice(0, NAMED).map(({ id, name, effect: { before, after } }) => ({ id, name, before, after }));
  return {
    gaining: named(gaining),
    gains: gaining.length,
    losing: named(losing),
    losses: losing.length,
    // A seal tells gains from losses by what is before and after.
    seal: sealOf(
      [],
      all.map(({ id, effect }) => ({ id, gains: [], losses: [effect] })),
    ),
  };
}

/** The members for whom a change of this one thing is one, by name. */
async function touched(
  reader: Reader,
  organizationId: string,
  at: { thing: Thing; isAnythingShared: boolean },
  effectOf: (holder: Holder) => Effect<Target> | undefined,
): Promise<Touched[]> {
  const found = peopleReaching(reader, organizationId, at, { q: "", from: [] });
  const all: Touched[] = [];
  for (let page = 1; ; page++) {
    const reachers = await found({ page, size: TOGETHER, descending: false });
    const members = reachers.filter((one) => one.as === "member");
    const ids = members.map(({ id }) => id);
    const held = await holders(reader, organizationId, ids, at);
    for (const { id, name } of members) {
      const holder = held.get(id);
      const effect = holder && effectOf(holder);
      if (effect) all.push({ id, name, effect });
    }
    if (reachers.length < TOGETHER) return all;
  }
}
