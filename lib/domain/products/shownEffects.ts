import {
  type Effect,
  type EffectSummary,
  type PersonEffect,
  summaryOf,
  type Touched,
  unchangedOn,
} from "@/lib/access/effects";
import type { ObjectType } from "@/lib/access/families";
import { type Contribution, explainAccess, type Holder } from "@/lib/access/resolution";
import type { Role } from "@/lib/access/roles";
import type { NamedTarget } from "./facts";

/** One thing on which somebody gains or loses. */
export type ShownEffect = {
  id: string;
  type: ObjectType;
  name: string;
  /** The product that it is inside of. */
  inside: string | null;
  before: number;
  after: number;
  /** Where what they have afterwards comes from. */
  from: readonly Contribution[];
};

type Somebody = { id: string; name: string; role: Role | null };

/** What somebody keeps as it is for one reason, although the change touches it. */
export type Kept = {
  id: string;
  name: string;
  reason: "individual" | "already";
  type: ObjectType;
  rights: number;
  from: readonly Contribution[];
  /** What it is on, cut; `more` counts the rest. */
  on: string[];
  more: number;
};

/** What a change does, as every page shows it before it is made. */
export type ShownEffects = {
  summary: EffectSummary;
  /** By name, whoever loses first; `unlisted` counts those who are cut off. */
  people: (Somebody & { gains: ShownEffect[]; losses: ShownEffect[] })[];
  unlisted: number;
  /** By name; `keepingMore` counts the people who are cut off. */
  kept: Kept[];
  keepingMore: number;
};

/** People whose changes are listed one by one; the summary counts everybody. */
const MOST_LISTED = 200;

/** So many lines on a page in all. */
const MOST_LINES = 400;

/** How many lines each of so many people is told: at least three, the rest is counted. */
export const linesEach = (people: number): number => Math.max(3, Math.floor(MOST_LINES / people));

/** Whom the change leaves as they are is told beside it, and stays short. */
const MOST_KEEPING = 10;
const MOST_NAMES = 3;

/** What a change does in words for pages; `namesOf` is asked once, and answers in the order in which people stand. */
export async function shownEffects(
  effects: readonly PersonEffect<NamedTarget>[],
  touched: readonly Touched[],
  targets: readonly NamedTarget[],
  namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, Omit<Somebody, "id">>>,
): Promise<ShownEffects> {
  const names = await namesOf(touched.map(({ id }) => id));
  const places = new Map([...names.keys()].map((id, index) => [id, index]));
  const byName = (one: { id: string }, other: { id: string }) =>
    (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0);
  const listed = [...effects]
    .sort((one, other) => losing(other) - losing(one) || byName(one, other))
    .slice(0, MOST_LISTED);
  const keepsSomething = (one: Touched) => unchangedFor(one, targets).next().done === false;
  const keeping = [...touched].sort(byName).filter(keepsSomething);
  const after = new Map(touched.map((one) => [one.id, one.after]));
  const named = (id: string) => ({ id, name: "", role: null, ...names.get(id) });
  return {
    summary: summaryOf(effects),
    people: listed.map(({ id, gains, losses }) => ({
      ...named(id),
      gains: gains.map((effect) => shownEffect(effect, after.get(id))),
      losses: losses.map((effect) => shownEffect(effect, after.get(id))),
    })),
    unlisted: effects.length - listed.length,
    kept: keeping
      .slice(0, MOST_KEEPING)
      .flatMap((one) => keptBy(one, targets))
      .map((line) => ({ ...line, name: named(line.id).name })),
    keepingMore: Math.max(0, keeping.length - MOST_KEEPING),
  };
}

const losing = ({ losses }: PersonEffect<NamedTarget>): number => Math.min(1, losses.length);

/** One effect in words; `holder`: what they hold afterwards. */
export const shownEffect = (
  { target, before, after }: Effect<NamedTarget>,
  holder: Holder | null | undefined,
): ShownEffect => ({
  id: target.id,
  type: target.type,
  name: target.name,
  inside: target.type === "PRODUCT" ? null : target.product.name,
  before,
  after,
  from: holder ? explainAccess(holder, target).contributions.filter(({ wins }) => wins) : [],
});

type Keeping = Omit<Kept, "name">;

function* unchangedFor({ before, after }: Touched, targets: readonly NamedTarget[]) {
  if (before && after) yield* unchangedOn(before, after, targets);
}

/** What somebody has all the same, although the change touches it: one line for each reason. */
function keptBy(one: Touched, targets: readonly NamedTarget[]): Keeping[] {
  const { id } = one;
  const lines = new Map<string, Keeping>();
  for (const { target, rights, reason, from } of unchangedFor(one, targets)) {
    const { type, name } = target;
    const key = reason === "individual" ? `${type} ${rights}` : from.map(keyOf).join();
    const line = lines.get(key) ?? { id, reason, type, rights, from, on: [], more: 0 };
    if (line.on.length < MOST_NAMES) line.on.push(name);
    else line.more++;
    lines.set(key, line);
  }
  return [...lines.values()];
}

const keyOf = ({ source }: Contribution): string =>
  source.via === "team" ? `team ${source.id}` : source.via;
