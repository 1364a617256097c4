import { type EffectSummary, effectsOnPeople, summaryOf, type Touched } from "@/lib/access/effects";
import type { Holder } from "@/lib/access/resolution";
import { hasBillingRight, ROLES } from "@/lib/access/roles";
import type { Held } from "@/lib/domain/organizations/held";
import type { NamedTarget } from "@/lib/domain/products/facts";
import { productsReached } from "@/lib/domain/products/facts/productsReached";
import { linesEach, type ShownEffect, shownEffect } from "@/lib/domain/products/shownEffects";
import { waysOf } from "@/lib/domain/products/ways";
import type { Reader } from "@/lib/platform/database";

/** What may become of somebody: no longer a user, or another role. */
export const AFTERWARDS = ["REMOVED", ...ROLES] as const;
type Afterwards = (typeof AFTERWARDS)[number];

/** What changes for one person. */
export type PersonOutcome = {
  id: string;
  name: string;
  gains: number;
  losses: number;
  /** Losses first, cut where there are many; empty for readers who do not see the products. */
  effects: ShownEffect[];
  /** The teams that they are in no longer. */
  teams: string[];
  billing: "gain" | "loss" | null;
};

/** What changes for several people: whoever loses stands first, and whoever nothing changes for is left out. */
export type Outcome = { after: Afterwards; summary: EffectSummary; people: PersonOutcome[] };

const becoming = (holder: Holder, after: Afterwards): Holder | null =>
  after === "REMOVED" ? null : { ...holder, role: after };

/** What becomes of these people in each case, by the function that decides afterwards. */
export async function outcomesOf(
  reader: Reader,
  organizationId: string,
  people: readonly Held[],
  afterwards: readonly Afterwards[],
): Promise<Outcome[]> {
  const cases = afterwards.map((after) => ({
    after,
    touched: people.map(
      ({ member: { id }, holder }): Touched => ({ id, before: holder, after: becoming(holder, after) }),
    ),
  }));
  const holders = cases.flatMap(({ touched }) => touched.flatMap(({ before, after }) => [before, after]));
  const targets = await concernedBy(
    reader,
    organizationId,
    holders.filter((holder) => holder !== null),
  );
  return cases.map(({ after, touched }) => outcomeOf(people, after, touched, targets));
}

/** Everything that these holders could have. A suite stands for its parts. */
export async function concernedBy(
  reader: Reader,
  organizationId: string,
  holders: readonly Holder[],
): Promise<NamedTarget[]> {
  const everything = { q: "", by: "name", page: null } as const;
  const { products } = await productsReached(reader, organizationId, waysOf(holders), everything);
  return products.flatMap(({ product, inside }) => [
    ...(product.suite ? [] : [{ ...product, product }]),
    ...inside.map((thing) => ({ ...thing, product })),
  ]);
}

function outcomeOf(
  people: readonly Held[],
  after: Afterwards,
  touched: readonly Touched[],
  targets: readonly NamedTarget[],
): Outcome {
  const effects = effectsOnPeople(touched, targets);
  const found = new Map(effects.map((effect) => [effect.id, effect]));
  const most = linesEach(people.length);
  const outcomes = people.map(({ member, holder }): PersonOutcome => {
    const { id, name } = member;
    const { gains = [], losses = [] } = found.get(id) ?? {};
    return {
      ...{ id, name, gains: gains.length, losses: losses.length },
      effects: [...losses, ...gains]
        .slice(0, most)
        .map((effect) => shownEffect(effect, becoming(holder, after))),
      teams: after === "REMOVED" ? holder.teams.map((team) => team.name) : [],
      billing: billingChange(member, after),
    };
  });
  const changed = outcomes.filter(
    ({ gains, losses, teams, billing }) => gains + losses + teams.length > 0 || billing,
  );
  const [losers, others] = [true, false].map((loses) => changed.filter(({ losses }) => losses > 0 === loses));
  return { after, summary: summaryOf(effects), people: [...(losers ?? []), ...(others ?? [])] };
}

/** What becomes of the billing right while nothing else is chosen about it (USR-7). */
function billingChange({ role, billingRight }: Held["member"], after: Afterwards): PersonOutcome["billing"] {
  const had = hasBillingRight(role, billingRight);
  const has = after !== "REMOVED" && hasBillingRight(after, billingRight);
  if (had === has) return null;
  return has ? "gain" : "loss";
}
