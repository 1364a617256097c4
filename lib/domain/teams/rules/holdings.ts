import { type Effect, effectsOn, isGain } from "@/lib/access/effects";
import type { Grant, Holder, Target, TeamHolding } from "@/lib/access/resolution";

/** What somebody will hold after a change of a team; nothing here is written, it is asked before (TEAM-2). */

const others = (holder: Holder, teamId: string): TeamHolding[] =>
  holder.teams.filter((team) => team.id !== teamId);

/** The holder once in the team; in it already, they stay once. */
export const withTeam = (holder: Holder, team: TeamHolding): Holder => ({
  ...holder,
  teams: [...others(holder, team.id), team],
});

/** The holder once out of the team, or once there is no such team any more. */
export const withoutTeam = (holder: Holder, teamId: string): Holder => ({
  ...holder,
  teams: others(holder, teamId),
});

/** Grants after some of them were set anew; no rights take the grant away. */
export const grantsAfter = (grants: readonly Grant[], set: readonly Grant[]): Grant[] => {
  const anew = new Set(set.map(({ on }) => on));
  return [...grants.filter(({ on }) => !anew.has(on)), ...set.filter(({ rights }) => rights !== 0)];
};

/** The holder once the team was given these grants; who is not in the team holds what they held. */
export const withTeamGrants = (holder: Holder, teamId: string, set: readonly Grant[]): Holder => ({
  ...holder,
  teams: holder.teams.map((team) =>
    team.id === teamId ? { ...team, grants: grantsAfter(team.grants, set) } : team,
  ),
});

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

/** Says which effect was shown: a form sends it back, and what would have another effect by then is not done. */
export const sealOf = (members: number, { gainers, gains, losers, losses }: EffectSummary): string =>
  [members, gainers, gains, losers, losses].join(".");
