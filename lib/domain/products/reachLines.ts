import type { ObjectType } from "@/lib/access/families";
import { type Contribution, explainAccess, type Holder, type Target } from "@/lib/access/resolution";

/** A product, or something inside one, as access sees it and as pages name it. */
export type NamedThing = Target & { readonly name: string };

/** What somebody has on one thing, and from where: every grant that reaches it, with those that win marked. */
export type ReachLine = {
  readonly type: ObjectType;
  readonly id: string;
  readonly name: string;
  readonly rights: number;
  readonly contributions: readonly Contribution[];
};

/** What a holder has on these things; nothing about those that nothing reaches them on. */
export function reachLines(holder: Holder, things: readonly NamedThing[]): ReachLine[] {
  return things.flatMap((thing) => {
    const { rights, contributions } = explainAccess(holder, thing);
    const { type, id, name } = thing;
    return contributions.length === 0 ? [] : [{ type, id, name, rights, contributions }];
  });
}

/** Everything that a holder's grants, their own and their teams', were given on. */
export const onOf = (holders: Iterable<Holder>): string[] => [
  ...new Set(
    [...holders].flatMap((holder) =>
      [holder.grants, ...holder.teams.map((team) => team.grants)].flat().map(({ on }) => on),
    ),
  ),
];
