import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Effect, effectsOn } from "@/lib/access/effects";
import {
  allRightsOf,
  FAMILY_NAMES,
  isLadder,
  type ObjectType,
  RESOURCE_TYPES,
  SCALES,
} from "@/lib/access/families";
import {
  accessOf,
  explainAccess,
  type Grant,
  type Holder,
  rightsOn,
  type Target,
} from "@/lib/access/resolution";
import { ROLES, type Role } from "@/lib/access/roles";

/** What holds in every world, whoever was given whatever (TEAM-4, TEAM-5). */

/** A grant and who has it: the person (0) or one of their teams (1 to 3). */
type Given = { to: number; grant: Grant };
type World = { role: Role; given: Given[]; target: Target };

/** A digit of each base out of one number: a world of few numbers is made, and made smaller, at once. */
function digits(number: number, ...bases: number[]): number[] {
  let rest = number;
  return bases.map((base) => {
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return digit;
  });
}

const pick = <T>(list: readonly T[], index = 0): T => list[index % list.length] as T;

const LEVELS = Object.fromEntries(
  Object.entries(SCALES).map(([type, { rights }]) => [type, Object.values<number>(rights)]),
) as Record<ObjectType, number[]>;

/** Rights that such an object can have in the database. */
const rightsOf = (type: ObjectType, number: number): number =>
  isLadder(type) ? pick(LEVELS[type], number) : number % (pick(LEVELS[type], LEVELS[type].length - 1) * 2);

const PLACES = ["this", "kind", "suite", "suite-kind", "another"];

function targetOf(type: ObjectType, number: number): Target {
  const [family = 0, isPart, shared = 0] = digits(number, FAMILY_NAMES.length, 2, 4);
  if (type !== "PRODUCT")
    return { type, id: "this", sharedRights: shared < 2 ? 0 : pick(LEVELS[type], shared - 1) };
  return {
    type,
    id: "this",
    kindKey: "kind",
    family: pick(FAMILY_NAMES, family),
    suite: isPart ? { id: "suite", kindKey: "suite-kind" } : null,
  };
}

function givenOf(type: ObjectType, number: number): Given {
  const [to = 0, place = 0, rights = 0] = digits(number, 4, type === "PRODUCT" ? 5 : 2, 4096);
  return {
    to,
    grant: {
      on: type === "PRODUCT" ? pick(PLACES, place) : pick(["this", "another"], place),
      rights: rightsOf(type, rights),
    },
  };
}

const onceEach = (given: Given[]): Given[] => [
  ...new Map(given.map((one) => [`${one.to} ${one.grant.on}`, one])).values(),
];

const NUMBER = fc.nat(2 ** 17);

/** A person, what was given to them and their teams, and something to reach; nothing is given twice to one. */
const worlds = (types: readonly ObjectType[] = ["PRODUCT", ...RESOURCE_TYPES]): fc.Arbitrary<World> =>
  fc.array(NUMBER, { minLength: 2, maxLength: 9 }).map(([who = 0, what = 0, ...rest]) => {
    const [role, kind] = digits(who, ROLES.length, types.length);
    const type = pick(types, kind);
    return {
      role: pick(ROLES, role),
      target: targetOf(type, what),
      given: onceEach(rest.map((number) => givenOf(type, number))),
    };
  });

const holderOf = ({ role, given }: Pick<World, "role" | "given">): Holder => {
  const of = (to: number) => given.filter((one) => one.to === to).map(({ grant }) => grant);
  const teams = [1, 2, 3].map((number) => ({ id: `${number}`, name: `Team ${number}`, grants: of(number) }));
  return { role, grants: of(0), teams };
};

const decide = (world: World): number => rightsOn(accessOf(holderOf(world)), world.target);

/** A world, and one more grant in it that was not there. */
const withOneMore = (types?: readonly ObjectType[]) =>
  fc.tuple(worlds(types), NUMBER).map(([world, number]) => {
    const more = givenOf(world.target.type, number);
    const before = world.given.filter(({ to, grant }) => to !== more.to || grant.on !== more.grant.on);
    return { before: { ...world, given: before }, after: { ...world, given: [...before, more] }, more };
  });

const includes = (larger: number, smaller: number) => (larger & smaller) === smaller;

describe("in every world", () => {
  it("adding a grant never lowers access to a mailbox, nor to anything but folders", () =>
    fc.assert(
      fc.property(
        withOneMore(["MAILBOX", "CHANNEL", "CALENDAR", "ADDRESS_BOOK", "PRODUCT"]),
        ({ before, after }) => includes(decide(after), decide(before)),
      ),
      { numRuns: 5_000 },
    ));

  it("and adds no more to a mailbox than it holds", () =>
    fc.assert(
      fc.property(withOneMore(["MAILBOX"]), ({ before, after, more }) => {
        const gained = more.grant.on === "this" ? more.grant.rights : 0;
        expect(decide(after)).toBe(decide(before) | gained);
      }),
      { numRuns: 2_000 },
    ));

  it("an individual access to a folder is what one gets", () =>
    fc.assert(
      fc.property(worlds(["FOLDER"]), fc.constantFrom(...LEVELS.FOLDER), (world, rights) => {
        const others = world.given.filter(({ to }) => to !== 0);
        const given = [...others, { to: 0, grant: { on: "this", rights } }];
        expect(decide({ ...world, given })).toBe(rights);
      }),
      { numRuns: 2_000 },
    ));

  it("removing what was added restores the former state, and takes exactly what adding gave", () =>
    fc.assert(
      fc.property(withOneMore(), ({ before, after, more }) => {
        const removed = { ...after, given: after.given.filter((one) => one !== more) };
        const [was, during, is] = [holderOf(before), holderOf(after), holderOf(removed)];
        const given = effectsOn(was, during, [before.target]);
        expect(effectsOn(during, is, [before.target])).toEqual(given.map(turnedRound));
        expect(explainAccess(is, before.target)).toEqual(explainAccess(was, before.target));
      }),
      { numRuns: 2_000 },
    ));

  it("the order of grants and teams does not matter", () =>
    fc.assert(
      fc.property(
        worlds().chain((world) =>
          fc.tuple(
            fc.constant(world),
            fc.shuffledSubarray(world.given, { minLength: world.given.length }),
            fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
          ),
        ),
        ([world, given, order]) => {
          const holder = holderOf({ ...world, given });
          const shuffled = { ...holder, teams: order.map((index) => pick(holder.teams, index)) };
          expect(rightsOn(accessOf(shuffled), world.target)).toBe(decide(world));
          expect(winnersOf(shuffled, world.target)).toEqual(winnersOf(holderOf(world), world.target));
        },
      ),
      { numRuns: 5_000 },
    ));

  it("nobody has a right that the product does not have", () =>
    fc.assert(
      fc.property(worlds(["PRODUCT"]), (world) => {
        if (world.target.type !== "PRODUCT") return;
        expect(includes(allRightsOf(world.target.family), decide(world))).toBe(true);
      }),
      { numRuns: 2_000 },
    ));

  it("the explanation agrees with the decision, and has winners wherever there are rights (100,000 worlds)", () =>
    fc.assert(
      fc.property(worlds(), (world) => {
        const holder = holderOf(world);
        const { rights, contributions } = explainAccess(holder, world.target);
        const winners = contributions.filter(({ wins }) => wins);
        return (
          rights === rightsOn(accessOf(holder), world.target) &&
          rights === winners.reduce((sum, one) => sum | one.rights, 0) &&
          (rights === 0 || winners.length > 0)
        );
      }),
      { numRuns: 100_000 },
    ));

  it("becoming an administrator takes nothing, and who holds the same is told of no effect", () =>
    fc.assert(
      fc.property(worlds(), (world) => {
        expect(effectsOn(holderOf(world), holderOf(world), [world.target])).toEqual([]);
        const administrator = holderOf({ ...world, role: "ADMINISTRATOR" });
        expect(includes(rightsOn(accessOf(administrator), world.target), decide(world))).toBe(true);
      }),
      { numRuns: 2_000 },
    ));

  it("an effect one way is the same effect the other way, turned round", () =>
    fc.assert(
      fc.property(
        worlds(),
        fc.constantFrom(...ROLES, null),
        fc.array(NUMBER, { maxLength: 4 }),
        (world, role, numbers) => {
          const given = onceEach(numbers.map((number) => givenOf(world.target.type, number)));
          const [one, other] = [holderOf(world), role && holderOf({ role, given })];
          expect(effectsOn(other, one, [world.target])).toEqual(
            effectsOn(one, other, [world.target]).map(turnedRound),
          );
        },
      ),
      { numRuns: 5_000 },
    ));
});

const turnedRound = (effect: Effect): Effect => ({ ...effect, before: effect.after, after: effect.before });

const winnersOf = (holder: Holder, target: Target): string[] =>
  explainAccess(holder, target)
    .contributions.filter(({ wins }) => wins)
    .map((one) => JSON.stringify(one))
    .sort();
