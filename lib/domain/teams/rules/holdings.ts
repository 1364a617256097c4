import type { Grant, Holder, TeamHolding } from "@/lib/access/resolution";

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
