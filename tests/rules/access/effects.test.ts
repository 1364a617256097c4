import { describe, expect, it } from "vitest";
import { effectOfSharing, effectsOn, isGain, partsOf, sumOf, unchangedOn } from "@/lib/access/effects";
import type { Grant, Holder, Target, TeamHolding } from "@/lib/access/resolution";

/** What a change gives and takes, in bits: technical 1, statistics 2; read 1, write 3; a channel's member 1. */

const hosting: Target = { type: "PRODUCT", id: "h", kindKey: "web", family: "web-hosting", suite: null };
const suite: Target = { type: "PRODUCT", id: "s", kindKey: "suite", family: "suite", suite: null };
const mail: Target = {
  type: "PRODUCT",
  id: "m",
  kindKey: "suite-mail",
  family: "mail",
  suite: { id: "s", kindKey: "suite" },
};
const mailbox: Target = { type: "MAILBOX", id: "box", sharedRights: 0 };
const folder: Target = { type: "FOLDER", id: "folder", sharedRights: 0 };
const channel: Target = { type: "CHANNEL", id: "channel", sharedRights: 0 };
const calendar: Target = { type: "CALENDAR", id: "calendar", sharedRights: 1 };
const everything = [hosting, suite, mail, mailbox, folder, channel, calendar];

const on = (target: Target, rights: number): Grant => ({ on: target.id, rights });
const team = (id: string, ...grants: Grant[]): TeamHolding => ({ id, name: id, grants });
const collaborator = (grants: Grant[] = [], teams: TeamHolding[] = []): Holder => ({
  role: "COLLABORATOR",
  grants,
  teams,
});

const design = team("design", on(folder, 3), on(mailbox, 3), on(hosting, 1));
const press = team("press", on(folder, 1), on(mailbox, 4), on(hosting, 2));

type Case = [
  what: string,
  before: Holder | null,
  after: Holder | null,
  effects: [Target, before: number, after: number][],
];

const cases: Case[] = [
  ["nothing changes", collaborator([on(hosting, 1)], [design]), collaborator([on(hosting, 1)], [design]), []],
  ["nobody stays nobody", null, null, []],
  [
    "joining a team gives all that it has (TEAM-2)",
    collaborator(),
    collaborator([], [design]),
    [
      [hosting, 0, 1],
      [mailbox, 0, 3],
      [folder, 0, 3],
    ],
  ],
  [
    "leaving it takes all of that (TEAM-2)",
    collaborator([], [design]),
    collaborator(),
    [
      [hosting, 1, 0],
      [mailbox, 3, 0],
      [folder, 3, 0],
    ],
  ],
  [
    "leaving one of two teams leaves what the other gives (TEAM-3)",
    collaborator([], [design, press]),
    collaborator([], [press]),
    [
      [hosting, 3, 2],
      [mailbox, 7, 4],
      [folder, 3, 1],
    ],
  ],
  [
    "a team that gives no more than one has oneself is not missed",
    collaborator([on(hosting, 1), on(mailbox, 3), on(folder, 1)], [design]),
    collaborator([on(hosting, 1), on(mailbox, 3), on(folder, 1)]),
    [],
  ],
  [
    "an own access to a folder, smaller than the team's, takes (TEAM-4)",
    collaborator([], [design]),
    collaborator([on(folder, 1)], [design]),
    [[folder, 3, 1]],
  ],
  [
    "an own none takes all of a folder, and giving it up brings it back (TEAM-4)",
    collaborator([on(folder, 0)], [design]),
    collaborator([], [design]),
    [[folder, 0, 3]],
  ],
  [
    "one right for another",
    collaborator([on(hosting, 1)]),
    collaborator([on(hosting, 2)]),
    [[hosting, 1, 2]],
  ],
  [
    "the suite gives its parts (PROD-4)",
    collaborator(),
    collaborator([on(suite, 1)]),
    [
      [suite, 0, 1],
      [mail, 0, 1],
    ],
  ],
  [
    "becoming an external takes what is shared with all inside, and leaves what was given (USR-2)",
    collaborator([on(hosting, 1)], [design]),
    { ...collaborator([on(hosting, 1)], [design]), role: "EXTERNAL" },
    [[calendar, 1, 0]],
  ],
  [
    "becoming an administrator gives all rights on products and nothing inside them (USR-1)",
    collaborator([on(hosting, 1)]),
    { ...collaborator([on(hosting, 1)]), role: "ADMINISTRATOR" },
    [
      [hosting, 1, 3],
      [suite, 0, 3],
      [mail, 0, 3],
    ],
  ],
  [
    "arriving with an invitation's promises",
    null,
    collaborator([on(hosting, 1)], [team("chat", on(channel, 1))]),
    [
      [hosting, 0, 1],
      [channel, 0, 1],
      [calendar, 0, 1],
    ],
  ],
  [
    "leaving the organization takes everything (USR-12)",
    collaborator([on(suite, 1)], [design]),
    null,
    [
      [hosting, 1, 0],
      [suite, 1, 0],
      [mail, 1, 0],
      [mailbox, 3, 0],
      [folder, 3, 0],
      [calendar, 1, 0],
    ],
  ],
];

describe("what a change gives and takes", () => {
  it.each(cases)("%s", (_, before, after, effects) =>
    expect(effectsOn(before, after, everything)).toEqual(
      effects.map(([target, had, has]) => ({ target, before: had, after: has })),
    ),
  );

  it.each(cases)("taken back: %s", (_, before, after, effects) =>
    expect(effectsOn(after, before, everything)).toEqual(
      effects.map(([target, had, has]) => ({ target, before: has, after: had })),
    ),
  );

  it("is told of the targets in question only, as they came", () => {
    const named = { ...hosting, name: "Shop" };
    expect(effectsOn(null, collaborator([on(hosting, 1), on(folder, 3)]), [named])).toEqual([
      { target: named, before: 0, after: 1 },
    ]);
    expect(effectsOn(null, collaborator([on(hosting, 1)]), [])).toEqual([]);
  });
});

describe("a gain takes nothing", () => {
  it.each([
    ["something from nothing", 0, 1, true],
    ["more", 1, 3, true],
    ["less", 3, 1, false],
    ["nothing left", 1, 0, false],
    ["one right for another", 1, 2, false],
    ["two for one that is not among them", 1, 6, false],
  ])("%s: %i to %i", (_, before, after, gain) => expect(isGain({ before, after })).toBe(gain));
});

describe("sharing with everybody inside (USR-2)", () => {
  const calendar = { type: "CALENDAR", id: "calendar", sharedRights: 1 } as const;
  const to = (role: Holder["role"], rights: number, grants: Grant[] = []) => {
    const effect = effectOfSharing({ role, grants, teams: [] }, calendar, rights);
    return effect && [effect.before, effect.after];
  };

  it("gives and takes whatever the role inside, and nothing outside", () => {
    for (const role of ["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", "COLLABORATOR"] as const) {
      expect(to(role, 3)).toEqual([1, 3]);
      expect(to(role, 0)).toEqual([1, 0]);
    }
    expect([to("EXTERNAL", 3), to("EXTERNAL", 0, [on(calendar, 3)])]).toEqual([undefined, undefined]);
  });

  it("changes nothing for whoever has as much already", () => {
    expect(to("COLLABORATOR", 1)).toBeUndefined();
    expect(to("COLLABORATOR", 0, [on(calendar, 3)])).toBeUndefined();
    expect(to("COLLABORATOR", 3, [on(calendar, 3)])).toBeUndefined();
  });
});

describe("what of a change is named: what comes, what goes, what stays", () => {
  it.each([
    ["rights that come", "MAILBOX", 0, 3, [3, 0, 0]],
    ["rights beside others", "MAILBOX", 4, 7, [3, 0, 4]],
    ["rights that go, the others named as kept", "MAILBOX", 7, 4, [0, 3, 4]],
    ["one right for another", "PRODUCT", 1, 2, [2, 1, 0]],
    ["one right for another beside a third", "PRODUCT", 5, 6, [2, 1, 4]],
    ["a step from nothing", "FOLDER", 0, 3, [3, 0, 0]],
    ["a higher step instead of a lower", "FOLDER", 1, 7, [7, 0, 1]],
    ["a step down: the whole step goes, the lower stays", "FOLDER", 7, 1, [0, 7, 1]],
    ["a step that goes", "CHANNEL", 3, 0, [0, 3, 0]],
  ] as const)("%s", (_, type, before, after, [gained, lost, kept]) =>
    expect(partsOf(type, { before, after })).toEqual({ gained, lost, kept }),
  );
});

describe("what stays as it is although a change touches it, and why (TEAM-4, TEAM-5)", () => {
  const why = (before: Holder, after: Holder) =>
    [...unchangedOn(before, after, everything)].map(({ target, rights, reason, from }) => [
      ...[target.id, rights, reason],
      from.map(({ source }) => (source.via === "team" ? source.id : source.via)).join(),
    ]);
  const bare = collaborator();

  it("nothing where nothing is touched, and nothing of what changes", () => {
    expect(why(bare, bare)).toEqual([]);
    expect(why(collaborator([], [design]), collaborator([], [design]))).toEqual([]);
    expect(why(bare, collaborator([], [design]))).toEqual([]);
    expect(why(bare, collaborator([], [team("empty")]))).toEqual([]);
  });

  it("the own access to a folder wins over a team's, larger or smaller, joining and leaving", () => {
    const own = [on(folder, 1)];
    const both: Holder = collaborator(own, [team("plans", on(folder, 3))]);
    expect(why(collaborator(own), both)).toEqual([["folder", 1, "individual", "individual"]]);
    expect(why(both, collaborator(own))).toEqual([["folder", 1, "individual", "individual"]]);
    expect(
      why(collaborator([on(folder, 0)]), collaborator([on(folder, 0)], [team("plans", on(folder, 3))])),
    ).toEqual([["folder", 0, "individual", "individual"]]);
  });

  it("as much comes from the role, another team, oneself or everybody", () => {
    const joins = (grants: Grant[], teams: TeamHolding[], ...given: Grant[]) =>
      why(collaborator(grants, teams), collaborator(grants, [...teams, team("new", ...given)]));
    expect(joins([on(mailbox, 3)], [], on(mailbox, 1))).toEqual([["box", 3, "already", "individual"]]);
    expect(joins([], [press], on(folder, 1))).toEqual([["folder", 1, "already", "press"]]);
    expect(joins([], [], on(calendar, 1))).toEqual([["calendar", 1, "already", "organization"]]);
    const boss: Holder = { role: "ADMINISTRATOR", grants: [], teams: [] };
    expect(why(boss, { ...boss, teams: [team("new", on(hosting, 1))] })).toEqual([
      ["h", 3, "already", "role"],
    ]);
  });

  it("what is taken back and comes from elsewhere in the same measure", () => {
    expect(why(collaborator([on(folder, 3)], [design]), collaborator([], [design]))).toEqual([
      ["folder", 3, "already", "design"],
    ]);
  });
});

it("what several people gain and lose at the same moment is told in one sum", () => {
  const gaining = { gainers: 1, gains: 4, losers: 0, losses: 0 };
  const losing = { gainers: 0, gains: 0, losers: 1, losses: 3 };
  expect(sumOf([gaining, losing, losing])).toEqual({ gainers: 1, gains: 4, losers: 2, losses: 6 });
});
