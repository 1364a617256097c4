import { type Effect, effectOfSharing, effectsOn, isGain } from "@/lib/access/effects";
import type { Holder, Target } from "@/lib/access/resolution";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import { type LookedAt, peopleReaching } from "./facts/peopleReaching";
import type { NamedThing } from "./reachLines";

/** Somebody who loses what they have on a thing when it ends. */
export type Losing = { id: string; name: string; rights: number };

/** Somebody whom a sharing with everybody gives something, or takes it from. */
export type Sharer = { id: string; name: string; before: number; after: number };

type Thing = Exclude<NamedThing, { type: "PRODUCT" }>;

/** At most this many are named; how many there are is always said. */
const NAMED = 500;

/** So many are looked at together: an organization of any size is counted to its end. */
const TOGETHER = 2_000;

type Touched = { id: string; name: string; effect: Effect<Target> };

/** The members for whom a change of this one thing is one, by name. */
async function touched(
  reader: Reader,
  organizationId: string,
  at: LookedAt,
  thing: Thing,
  effectOf: (holder: Holder) => Effect<Target> | undefined,
): Promise<Touched[]> {
  const found = peopleReaching(reader, organizationId, at, { q: "", from: [] });
  const all: Touched[] = [];
  for (let page = 1; ; page++) {
    const reachers = await found({ page, size: TOGETHER, descending: false });
    const members = reachers.filter((one) => one.as === "member");
    const ids = members.map(({ id }) => id);
    const held = await holders(reader, organizationId, ids, { thing });
    for (const { id, name } of members) {
      const holder = held.get(id);
      const effect = holder && effectOf(holder);
      if (effect) all.push({ id, name, effect });
    }
    if (reachers.length < TOGETHER) return all;
  }
}

/** Everybody who has something on a thing, as they lose it when it ends: members only, by name. */
export async function peopleReachingAll(
  reader: Reader,
  organizationId: string,
  at: LookedAt,
  thing: Thing,
): Promise<{ people: Losing[]; count: number }> {
  const all = await touched(
    reader,
    organizationId,
    at,
    thing,
    (holder) => effectsOn(holder, null, [thing])[0],
  );
  const people = all.slice(0, NAMED).map(({ id, name, effect }) => ({ id, name, rights: effect.before }));
  return { people, count: all.length };
}

/** What sharing a thing otherwise with everybody gives to whom and takes from whom; externals are left out (USR-2). */
export async function effectsOfSharing(
  reader: Reader,
  organizationId: string,
  thing: Thing,
  sharedRights: number,
): Promise<{ gaining: Sharer[]; gains: number; losing: Sharer[]; losses: number }> {
  const everybody = { thing: { id: thing.id }, isAnythingShared: true };
  const all = await touched(reader, organizationId, everybody, thing, (holder) =>
    effectOfSharing(holder, thing, sharedRights),
  );
  const [gaining, losing] = [true, false].map((gains) =>
    all.filter(({ effect }) => isGain(effect) === gains),
  ) as [Touched[], Touched[]];
  const named = (of: Touched[]) =>
    of.slice(0, NAMED).map(({ id, name, effect: { before, after } }) => ({ id, name, before, after }));
  return { gaining: named(gaining), gains: gaining.length, losing: named(losing), losses: losing.length };
}
