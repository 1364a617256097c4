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
  /** Whoever loses stands first; `unlisted` counts those who are cut off. */
  people: (Somebody & { gains: ShownEffect[]; losses: ShownEffect[] })[];
  unlisted: number;
  kept: Kept[];
};

/** People whose changes are listed one by one; the summary counts everybody. */
const MOST_LISTED = 200;

/** Whom the change leaves as they are is told beside it, and stays short. */
const MOST_KEEPING = 10;
const MOST_NAMES = 3;

/** What a change does in words for pages; `namesOf` is asked once, for those who are named. */
export async function shownEffects(
  effects: readonly PersonEffect<NamedTarget>[],
  touched: readonly Touched[],
  targets: readonly NamedTarget[],
  namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, Omit<Somebody, "id">>>,
): Promise<ShownEffects> {
  const losersFirst = [...effects].sort((one, other) => other.losses.length - one.losses.length);
  const listed = losersFirst.slice(0, MOST_LISTED);
  const kept = keptBy(touched, targets);
  const names = await namesOf([...listed, ...kept].map(({ id }) => id));
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
    kept: kept.map((line) => ({ ...line, name: named(line.id).name })),
  };
}

const shownEffect = (
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

/** Of those whom a change touches, who has what they had all the same: one line for each reason. */
function keptBy(touched: readonly Touched[], targets: readonly NamedTarget[]): Keeping[] {
  const all: Keeping[][] = [];
  for (const one of touched) {
    const lines = keptByOne(one, targets);
    if (lines.length > 0) all.push(lines);
    if (all.length === MOST_KEEPING) break;
  }
  return all.flat();
}

function keptByOne({ id, before, after }: Touched, targets: readonly NamedTarget[]): Keeping[] {
  if (!before || !after) return [];
  const lines = new Map<string, Keeping>();
  for (const { target, rights, reason, from } of unchangedOn(before, after, targets)) {
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
