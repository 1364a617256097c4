import { createMongoAbility, type RawRuleOf } from "@casl/ability";
import { SCALES } from "@/lib/access/families";
import {
  type Access,
  accessOf,
  allows,
  type Grant,
  type Holder,
  rightsOn,
  type Target,
} from "@/lib/access/resolution";
import { type Line, line, median, round } from "./support/line";

const ORGANIZATIONS = 20;
const TEAMS = 10;
const OWN_GRANTS = 100;
const GRANTS_OF_A_TEAM = 10;
const QUESTIONS = 8_192;
const ROUNDS = 31;
const SHOT_MS = 40;
const LARGEST_SWING = 1.3;
const BUILD_GOAL_US = 50;

type Question = { organization: string; target: Target; rights: number; word: string };
type Contestant = { times: number[]; decideAll: () => number };

/**
 * Access decisions per second in one process: somebody in 20 organizations, with 10 teams and 200 grants in each, against
 * @casl/ability and against nothing but a look-up of the bits in nested objects; and what arranging 200 grants takes.
 */
export async function run(): Promise<Line[]> {
  const world = Array.from({ length: ORGANIZATIONS }, (_, index) => organization(index));
  const asked = questions(world);
  const contestants = { ours: ours(world, asked), casl: casl(world, asked), limit: limit(world, asked) };
  const [allowed, byCasl, byLimit] = Object.values(contestants).map(({ decideAll }) => decideAll());
  if (allowed !== byCasl || allowed !== byLimit || !allowed)
    throw new Error(`they disagree: ${allowed}, ${byCasl} and ${byLimit} of ${QUESTIONS} were allowed`);
  const swing = interleave(Object.values(contestants));
  const rate = ({ times }: Contestant) => Math.round(QUESTIONS / (median(times) / 1_000));
  const common = { better: "higher" as const, unit: "decisions/s", rounds: ROUNDS, swing };
  const decisions = rate(contestants.ours);
  return [
    line({ bench: "access/casl", goal: 1, ours: decisions, limit: rate(contestants.casl), ...common }),
    line({ bench: "access/limit", goal: 0.2, ours: decisions, limit: rate(contestants.limit), ...common }),
    line({
      bench: "access/build",
      goal: 1,
      better: "lower",
      ours: microsecondsToBuild(world),
      limit: BUILD_GOAL_US,
      unit: "µs",
      rounds: ROUNDS,
    }),
  ];
}

type Place = { id: string; holder: Holder; targets: Target[] };

/** One organization: hostings, folders and mailboxes, some given by the person's teams, some to them, some to both. */
function organization(index: number): Place {
  const id = `organization-${index}`;
  const targets = Array.from({ length: 240 }, (_, number): Target => {
    const name = `${id}-${number}`;
    if (number % 3 === 1) return { type: "FOLDER", id: name, sharedRights: 0 };
    if (number % 3 === 2) return { type: "MAILBOX", id: name, sharedRights: number % 2 };
    const kindKey = `kind-${number % 12}`;
    return { type: "PRODUCT", id: name, kindKey, family: "web-hosting", suite: null };
  });
  const given = (number: number): Grant => {
    const target = targets[(number * 7) % targets.length] as Target;
    const all = Object.values<number>(SCALES[target.type].rights);
    const on = target.type === "PRODUCT" && number % 20 === 0 ? target.kindKey : target.id;
    return { on, rights: all[number % all.length] || 1 };
  };
  const holder: Holder = {
    role: "COLLABORATOR",
    grants: Array.from({ length: OWN_GRANTS }, (_, number) => given(number)),
    teams: Array.from({ length: TEAMS }, (_, team) => ({
      id: `team-${team}`,
      name: `Team ${team}`,
      grants: Array.from({ length: GRANTS_OF_A_TEAM }, (_, number) =>
        given(75 + team * GRANTS_OF_A_TEAM + number),
      ),
    })),
  };
  return { id, holder, targets };
}

/** Questions in no order, of which about half are answered with yes. */
function questions(world: Place[]): Question[] {
  return Array.from({ length: QUESTIONS }, (_, number) => {
    const place = world[(number * 13) % world.length] as Place;
    const target = place.targets[(number * 101) % place.targets.length] as Target;
    const words = Object.entries<number>(SCALES[target.type].rights).filter(([, rights]) => rights !== 0);
    const [word, rights] = words[number % Math.min(words.length, 2)] as [string, number];
    return { organization: place.id, target, rights, word };
  });
}

function ours(world: Place[], asked: Question[]): Contestant {
  const accesses = new Map(world.map(({ id, holder }) => [id, accessOf(holder)]));
  return contestant(() => {
    let allowed = 0;
    for (const { organization, target, rights } of asked)
      if (allows(accesses.get(organization) as Access, target, rights)) allowed++;
    return allowed;
  });
}

/** As fast as casl can be: no conditions, subjects found by their name, everything resolved when the rules are written. */
function casl(world: Place[], asked: Question[]): Contestant {
  const abilities = new Map(world.map((place) => [place.id, createMongoAbility(rulesOf(place))]));
  return contestant(() => {
    let allowed = 0;
    for (const { organization, target, word } of asked)
      if (abilities.get(organization)?.can(word, target.id)) allowed++;
    return allowed;
  });
}

function limit(world: Place[], asked: Question[]): Contestant {
  const bits: Record<string, Record<string, number>> = {};
  for (const place of world)
    bits[place.id] = Object.fromEntries(decided(place).map(({ target, rights }) => [target.id, rights]));
  return contestant(() => {
    let allowed = 0;
    for (const { organization, target, rights } of asked)
      if (((bits[organization]?.[target.id] ?? 0) & rights) === rights) allowed++;
    return allowed;
  });
}

const contestant = (decideAll: () => number): Contestant => ({ times: [], decideAll });

/** What the person has in the end, where they have something. */
const decided = ({ holder, targets }: Place) =>
  targets
    .map((target) => ({ target, rights: rightsOn(accessOf(holder), target) }))
    .filter(({ rights }) => rights !== 0);

const rulesOf = (place: Place): RawRuleOf<ReturnType<typeof createMongoAbility>>[] =>
  decided(place).map(({ target, rights }) => ({
    action: Object.entries<number>(SCALES[target.type].rights).flatMap(([word, bits]) =>
      bits !== 0 && (rights & bits) === bits ? [word] : [],
    ),
    subject: target.id,
  }));

/** Short shots in turn after a warm-up; how much the last one's, the base's, moved. */
function interleave(contestants: Contestant[], tries = 3): number {
  for (const one of contestants) one.times = [];
  for (let turn = -3; turn < ROUNDS; turn++)
    for (const one of contestants) {
      const took = millisecondsEach(one.decideAll);
      if (turn >= 0) one.times.push(took);
    }
  const base = contestants.at(-1)?.times ?? [];
  const swing = Math.max(...base) / Math.min(...base);
  if (swing > LARGEST_SWING && tries > 1) {
    console.error(`the base swung by ${swing.toFixed(2)}: measuring again`);
    return interleave(contestants, tries - 1);
  }
  return round(swing, 2);
}

function millisecondsEach(act: () => unknown): number {
  const began = performance.now();
  let times = 0;
  for (; performance.now() - began < SHOT_MS; times++) act();
  return (performance.now() - began) / times;
}

/** Arranging what one organization gave: 200 grants. */
function microsecondsToBuild(world: Place[]): number {
  const built = Array.from({ length: ROUNDS + 3 }, () =>
    millisecondsEach(() => world.map(({ holder }) => accessOf(holder))),
  );
  return round((median(built.slice(3)) * 1_000) / world.length, 1);
}
