import { accessOf, type Holder, rightsOn, type Target } from "./resolution";

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
