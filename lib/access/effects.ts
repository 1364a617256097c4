import { isLadder, type ObjectType } from "./families";
import { accessOf, type Contribution, explainAccess, type Holder, rightsOn, type Target } from "./resolution";

/** What a change does to one person on one thing: bits before and after, never the same. */
export type Effect<T extends Target = Target> = {
  readonly target: T;
  readonly before: number;
  readonly after: number;
};

/**
 * What somebody gains and loses among these targets when they hold `after` instead of `before`; null for nobody yet, or
 * no longer. It is asked before a change to show it, with the same function that decides afterwards.
 */
export function effectsOn<T extends Target>(
  before: Holder | null,
  after: Holder | null,
  targets: readonly T[],
): Effect<T>[] {
  const [held, holds] = [before && accessOf(before), after && accessOf(after)];
  return targets.flatMap((target) => {
    const effect = {
      target,
      before: held ? rightsOn(held, target) : 0,
      after: holds ? rightsOn(holds, target) : 0,
    };
    return effect.before === effect.after ? [] : [effect];
  });
}

/** What somebody gains or loses when a thing is shared otherwise with everybody inside; nothing for whoever is outside (USR-2). */
export function effectOfSharing<T extends Exclude<Target, { type: "PRODUCT" }>>(
  holder: Holder,
  target: T,
  sharedRights: number,
): Effect<T> | undefined {
  const access = accessOf(holder);
  const [before, after] = [rightsOn(access, target), rightsOn(access, { ...target, sharedRights })];
  return before === after ? undefined : { target, before, after };
}

/** A gain adds bits and takes none; everything else takes something away. */
export const isGain = ({ before, after }: Pick<Effect, "before" | "after">): boolean =>
  (before & ~after) === 0;

/** One person of those whom a change touches. */
export type Touched = { readonly id: string; readonly before: Holder | null; readonly after: Holder | null };

/** What a change does to one person: what grows, and everything else that changes. */
export type PersonEffect<T extends Target> = {
  readonly id: string;
  readonly gains: readonly Effect<T>[];
  readonly losses: readonly Effect<T>[];
};

/** How many people gain how many accesses, and how many lose how many. */
export type EffectSummary = { gainers: number; gains: number; losers: number; losses: number };

/** What a change does to everybody whom it touches, those left out for whom nothing changes. */
export function effectsOnPeople<T extends Target>(
  people: readonly Touched[],
  targets: readonly T[],
): PersonEffect<T>[] {
  return people.flatMap(({ id, before, after }) => {
    const effects = effectsOn(before, after, targets);
    if (effects.length === 0) return [];
    return [{ id, gains: effects.filter(isGain), losses: effects.filter((effect) => !isGain(effect)) }];
  });
}

/** The change in four numbers: "3 people gain 12 accesses, 1 loses 2". */
export function summaryOf(effects: readonly PersonEffect<Target>[]): EffectSummary {
  const sum = (count: (effect: PersonEffect<Target>) => number) =>
    effects.reduce((total, effect) => total + count(effect), 0);
  return {
    gainers: sum(({ gains }) => Math.min(1, gains.length)),
    gains: sum(({ gains }) => gains.length),
    losers: sum(({ losses }) => Math.min(1, losses.length)),
    losses: sum(({ losses }) => losses.length),
  };
}

/** Changes of different people at the same moment, in the same four numbers. */
export function sumOf(summaries: readonly EffectSummary[]): EffectSummary {
  const sum = (number: keyof EffectSummary) => summaries.reduce((total, one) => total + one[number], 0);
  return { gainers: sum("gainers"), gains: sum("gains"), losers: sum("losers"), losses: sum("losses") };
}

/** What of a change is to be named: rights that come, go and stay. A step of a ladder comes or goes as a whole. */
export function partsOf(
  type: ObjectType,
  { before, after }: Pick<Effect, "before" | "after">,
): { gained: number; lost: number; kept: number } {
  if (!isLadder(type)) return { gained: after & ~before, lost: before & ~after, kept: before & after };
  return isGain({ before, after })
    ? { gained: after, lost: 0, kept: before }
    : { gained: 0, lost: before, kept: after };
}

/**
 * Something that a change touches and yet leaves as it is. `individual`: what was given individually wins over it;
 * `already`: as much comes `from` elsewhere.
 */
export type Unchanged<T extends Target = Target> = {
  readonly target: T;
  readonly rights: number;
  readonly reason: "individual" | "already";
  readonly from: readonly Contribution[];
};

/**
 * What stays as it is although the change touches it, and why (TEAM-4, TEAM-5): of what a change does not touch, nothing.
 * One after the other, for whoever only asks whether there is anything.
 */
export function* unchangedOn<T extends Target>(
  before: Holder,
  after: Holder,
  targets: readonly T[],
): Generator<Unchanged<T>> {
  const [held, holds] = [accessOf(before), accessOf(after)];
  for (const target of targets) {
    if (rightsOn(held, target) !== rightsOn(holds, target)) continue;
    const [was, is] = [explainAccess(before, target), explainAccess(after, target)];
    if (isSameWay(was.contributions, is.contributions)) continue;
    const count = is.contributions.filter(({ wins }) => wins);
    const counted = was.contributions.filter(({ wins }) => wins).map(originOf);
    const still = count.filter((one) => counted.includes(originOf(one)));
    const from = still.length > 0 ? still : count;
    if (from.length === 0) continue;
    const isOwn = is.resolution === "individual" && from.some(({ source }) => source.via === "individual");
    yield { target, rights: is.rights, reason: isOwn ? "individual" : "already", from };
  }
}

const originOf = ({ source, by }: Contribution): string =>
  `${source.via} ${source.via === "team" ? source.id : ""} ${by}`;

const isSameWay = (before: readonly Contribution[], after: readonly Contribution[]): boolean => {
  const ways = (all: readonly Contribution[]) => all.map((one) => `${originOf(one)} ${one.rights}`).sort();
  return ways(before).join() === ways(after).join();
};
