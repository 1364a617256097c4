import { effectsOnPeople, type PersonEffect, type Touched } from "@/lib/access/effects";
import type { Grant, Holder } from "@/lib/access/resolution";
import { ensureAsShown, sealOf } from "@/lib/access/seal";
import { type NamedTarget, targetsOf } from "@/lib/domain/products/facts";
import { Refused } from "@/lib/kernel/failures";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import { grantsOf, memberIds, type Team } from "./facts";
import { withoutTeam, withTeam, withTeamGrants } from "./rules/holdings";

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
async function effectsOfChange(
  reader: Reader,
  organizationId: string,
  change: {
    members: readonly string[];
    on: readonly Pick<Grant, "on">[];
    after: (before: Holder) => Holder;
    /** What else is shown with the effect. */
    besides?: unknown;
  },
): Promise<TeamEffects> {
  const targets = await targetsOf(
    reader,
    organizationId,
    change.on.map(({ on }) => on),
  );
  const before = await holders(reader, organizationId, change.members);
  const touched = [...before].map(([id, holder]) => ({ id, before: holder, after: change.after(holder) }));
  const people = effectsOnPeople(touched, targets);
  return { people, touched, targets, seal: sealOf(change.members, people, change.besides) };
}

/** What joining the team gives these people, or leaving it takes from them. */
export async function effectsOfMoving(
  reader: Reader,
  organizationId: string,
  { id, name }: Pick<Team, "id" | "name">,
  people: { joining: readonly string[] } | { leaving: readonly string[] },
): Promise<TeamEffects> {
  const grants = await grantsOf(reader, organizationId, id);
  return "joining" in people
    ? effectsOfChange(reader, organizationId, {
        members: people.joining,
        on: grants,
        after: (holder) => withTeam(holder, { id, name, grants }),
      })
    : effectsOfChange(reader, organizationId, {
        members: people.leaving,
        on: grants,
        after: (holder) => withoutTeam(holder, id),
      });
}

/** What giving the team other rights does to everybody in it. */
export const effectsOfSetting = async (
  reader: Reader,
  organizationId: string,
  teamId: string,
  set: readonly Grant[],
): Promise<TeamEffects> =>
  effectsOfChange(reader, organizationId, {
    members: await memberIds(reader, organizationId, teamId),
    on: set,
    after: (holder) => withTeamGrants(holder, teamId, set),
  });

/** What everybody in the team loses with it. */
export const effectsOfEnding = async (
  reader: Reader,
  organizationId: string,
  teamId: string,
): Promise<TeamEffects> =>
  effectsOfChange(reader, organizationId, {
    members: await memberIds(reader, organizationId, teamId),
    on: await grantsOf(reader, organizationId, teamId),
    after: (holder) => withoutTeam(holder, teamId),
  });

/** What a team to come gives those who will be in it; `besides`: whatever else of it was shown. */
export const effectsOfCreating = (
  reader: Reader,
  organizationId: string,
  team: { id: string; name: string; grants: readonly Grant[] },
  members: readonly string[],
  besides: unknown,
): Promise<TeamEffects> =>
  effectsOfChange(reader, organizationId, {
    members,
    on: team.grants,
    after: (holder) => withTeam(holder, { ...team, grants: [...team.grants] }),
    besides,
  });

/**
 * Throws a refusal where a form showed another team, or another effect, than there is now: what was shown is what is
 * done (TEAM-2).
 */
export async function ensureTeamAsShown(
  shown: { version: number; seal: string | undefined },
  { version }: Pick<Team, "version">,
  effects: () => Promise<TeamEffects>,
): Promise<void> {
  if (shown.version !== version) throw new Refused(["effect_changed"]);
  await ensureAsShown(shown.seal, effects);
}
