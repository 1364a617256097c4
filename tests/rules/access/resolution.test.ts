import { describe, expect, it } from "vitest";
import { type Family, isLadder, type ResourceType, SCALES, wordsFor } from "@/lib/access/families";
import {
  accessOf,
  allows,
  type Contribution,
  explainAccess,
  type Grant,
  type Holder,
  rightsOn,
  type Target,
} from "@/lib/access/resolution";
import type { Role } from "@/lib/access/roles";

/**
 * The resolution tables (TEAM-4), cell by cell: what somebody was given by themselves, by the teams Red and Blue and by
 * being inside the organization, what they have in the end, and which of it won (TEAM-5). The words on the right are
 * the rules', not the code's.
 */

/** Rights by where they come from, as words; a word that is missing was not given. */
type Given = { own?: string; red?: string; blue?: string; shared?: string };

const words = (text: string): string[] => text.split(" ").filter(Boolean);
const bits = (type: keyof typeof SCALES, text: string): number => {
  const known: Record<string, number> = SCALES[type].rights;
  return words(text).reduce((sum, word) => sum | (known[word] ?? Number.NaN), 0);
};

const holder = (role: Role, own: Grant[], red: Grant[] = [], blue: Grant[] = []): Holder => ({
  role,
  grants: own,
  teams: [
    { id: "red", name: "Red", grants: red },
    { id: "blue", name: "Blue", grants: blue },
  ],
});

const nameOf = ({ source }: Contribution): string => {
  if (source.via === "team") return source.id;
  return source.via === "individual" ? "own" : source.via === "role" ? "role" : "shared";
};

function decide(person: Holder, target: Target) {
  const rights = rightsOn(accessOf(person), target);
  const explanation = explainAccess(person, target);
  expect(explanation.rights).toBe(rights);
  expect(explanation.resolution).toBe(SCALES[target.type].resolution);
  return {
    rights,
    words: wordsFor(target.type, rights).join(" "),
    winners: explanation.contributions.filter(({ wins }) => wins).map(nameOf),
    contributions: explanation.contributions,
  };
}

/** Somebody with these ways to one resource, and with the same on another one, which must not matter. */
function reaching(type: ResourceType, given: Given, role: Role) {
  const on = (text: string | undefined): Grant[] =>
    text === undefined ? [{ on: "another", rights: 1 }] : [{ on: "this", rights: bits(type, text) }];
  const target: Target = { type, id: "this", sharedRights: bits(type, given.shared ?? "") };
  return decide(holder(role, on(given.own), on(given.red), on(given.blue)), target);
}

type Cell = [what: string, given: Given, has: string, winners: string];

const check = (type: ResourceType, cells: Cell[], role: Role = "COLLABORATOR") =>
  it.each(cells)("%s", (_, given, has, winners) => {
    const decision = reaching(type, given, role);
    expect(decision.words).toBe(has);
    expect(decision.winners).toEqual(words(winners));
    const count = Object.values(given).length - (given.shared && role === "EXTERNAL" ? 1 : 0);
    expect(decision.contributions).toHaveLength(count);
  });

describe("folders: the individual access wins over the team's, whichever is larger (TEAM-4)", () => {
  check("FOLDER", [
    ["nothing", {}, "none", ""],
    ["individual alone: read", { own: "read" }, "read", "own"],
    ["individual alone: write", { own: "write" }, "write", "own"],
    ["individual alone: manage", { own: "manage" }, "manage", "own"],
    ["individual alone: none", { own: "none" }, "none", "own"],
    ["team alone", { red: "write" }, "write", "red"],
    ["individual larger than the team's", { own: "manage", red: "read" }, "manage", "own"],
    ["individual smaller than the team's", { own: "read", red: "manage" }, "read", "own"],
    ["individual like the team's", { own: "write", red: "write" }, "write", "own"],
    ["individual none, against a team", { own: "none", red: "manage" }, "none", "own"],
    ["individual none, against two", { own: "none", red: "manage", blue: "read" }, "none", "own"],
    ["individual none, against all inside", { own: "none", shared: "read" }, "none", "own"],
    ["two teams: the larger", { red: "read", blue: "write" }, "write", "blue"],
    ["two teams: the larger, the other way", { red: "manage", blue: "write" }, "manage", "red"],
    ["two teams alike", { red: "write", blue: "write" }, "write", "red blue"],
    ["individual between two teams", { own: "write", red: "read", blue: "manage" }, "write", "own"],
    ["shared with all inside", { shared: "read" }, "read", "shared"],
    ["shared less than the team's", { shared: "read", red: "write" }, "write", "red"],
    ["shared more than the team's", { shared: "write", red: "read" }, "write", "shared"],
    ["individual less than shared", { own: "read", shared: "write" }, "read", "own"],
    ["everything at once", { own: "read", red: "write", blue: "manage", shared: "write" }, "read", "own"],
  ]);
});

describe("mailboxes: the levels add up (TEAM-4)", () => {
  check("MAILBOX", [
    ["nothing", {}, "", ""],
    ["individual alone", { own: "read filters" }, "read filters", "own"],
    ["team alone", { red: "read" }, "read", "red"],
    [
      "individual and team, nothing in common",
      { own: "read", red: "signatures" },
      "read signatures",
      "own red",
    ],
    ["individual larger", { own: "read filters rules", red: "read" }, "read filters rules", "own red"],
    ["individual smaller", { own: "read", red: "read password" }, "read password", "own red"],
    ["two teams", { red: "read aliases", blue: "folders" }, "read aliases folders", "red blue"],
    [
      "individual and two teams",
      { own: "restore", red: "read", blue: "access_logs" },
      "read restore access_logs",
      "own red blue",
    ],
    ["shared with all inside", { shared: "read" }, "read", "shared"],
    [
      "shared, individual and team",
      { own: "filters", red: "rules", shared: "read" },
      "read filters rules",
      "shared own red",
    ],
    [
      "all twelve, from two sides",
      {
        own: "read filters security aliases redirections signatures",
        red: "auto_reply password folders restore rules access_logs",
      },
      "read filters security aliases redirections signatures auto_reply password folders restore rules access_logs",
      "own red",
    ],
  ]);
});

describe.each([
  ["CHANNEL", "member", "admin"],
  ["CALENDAR", "read", "write"],
  ["ADDRESS_BOOK", "read", "write"],
] as const)("%s: the highest wins (TEAM-4)", (type, small, large) => {
  check(type, [
    ["nothing", {}, "", ""],
    ["individual alone, small", { own: small }, small, "own"],
    ["individual alone, large", { own: large }, large, "own"],
    ["team alone", { red: small }, small, "red"],
    ["individual larger", { own: large, red: small }, large, "own"],
    ["individual smaller", { own: small, red: large }, large, "red"],
    ["individual like the team's", { own: small, red: small }, small, "own red"],
    ["two teams", { red: small, blue: large }, large, "blue"],
    ["two teams alike", { red: large, blue: large }, large, "red blue"],
    ["individual and two teams", { own: small, red: small, blue: large }, large, "blue"],
    ["shared with all inside", { shared: small }, small, "shared"],
    ["shared more than given", { shared: large, own: small, red: small }, large, "shared"],
    ["shared less than given", { shared: small, own: large }, large, "own"],
    ["shared as much as given", { shared: small, blue: small }, small, "shared blue"],
  ]);
});

describe("externals are left out of what everybody inside has (USR-2)", () => {
  describe.each(["CALENDAR", "ADDRESS_BOOK"] as const)("%s", (type) => {
    check(
      type,
      [
        ["shared alone is nothing", { shared: "write" }, "", ""],
        ["what they were given themselves stays", { own: "read", shared: "write" }, "read", "own"],
        ["what their team has stays (TEAM-3)", { red: "read", shared: "write" }, "read", "red"],
      ],
      "EXTERNAL",
    );
  });
  describe("FOLDER", () =>
    check(
      "FOLDER",
      [
        ["shared alone is nothing", { shared: "write" }, "none", ""],
        ["the individual access wins", { own: "read", red: "manage", shared: "write" }, "read", "own"],
        ["the team's counts", { red: "manage", shared: "write" }, "manage", "red"],
      ],
      "EXTERNAL",
    ));
  describe("MAILBOX", () =>
    check(
      "MAILBOX",
      [
        [
          "levels add up without it",
          { own: "read", red: "rules", shared: "filters" },
          "read rules",
          "own red",
        ],
      ],
      "EXTERNAL",
    ));
  describe("CHANNEL", () =>
    check(
      "CHANNEL",
      [["the highest without it", { own: "member", shared: "admin" }, "member", "own"]],
      "EXTERNAL",
    ));

  it.each(["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", "COLLABORATOR"] as const)("a %s is inside", (role) => {
    for (const type of ["CALENDAR", "ADDRESS_BOOK"] as const)
      expect(reaching(type, { shared: "read" }, role)).toMatchObject({ words: "read", winners: ["shared"] });
  });
});

describe.each(["LEGAL_REPRESENTATIVE", "ADMINISTRATOR"] as const)("a %s (USR-1, USR-14)", (role) => {
  it.each([
    ["domain", "technical"],
    ["web-hosting", "technical statistics"],
    ["ticketing", "technical statistics check sale"],
  ] as [Family, string][])("has all rights of a %s, by the role", (family, all) =>
    expect(decide(holder(role, []), product(family))).toMatchObject({ words: all, winners: ["role"] }),
  );

  it("has them by the role also where something smaller was given", () =>
    expect(decide(holder(role, [{ on: "p", rights: 1 }]), product("web-hosting"))).toMatchObject({
      words: "technical statistics",
      winners: ["role"],
    }));

  it("has all rights of a part of a suite", () =>
    expect(decide(holder(role, []), product("mail", { suite })).words).toBe("technical statistics"));

  it.each(["MAILBOX", "FOLDER", "CHANNEL", "CALENDAR", "ADDRESS_BOOK"] as const)(
    "uses nothing of what is inside without being given it: %s",
    (type) => {
      expect(reaching(type, {}, role).rights).toBe(0);
      expect(reaching(type, { own: isLadder(type) ? wordsFor(type, 1)[0] : "read" }, role)).toMatchObject({
        rights: 1,
        winners: ["own"],
      });
    },
  );
});

const suite = { id: "suite", kindKey: "suite" };
const product = (family: Family, over: { suite?: { id: string; kindKey: string } } = {}): Target => ({
  type: "PRODUCT",
  id: "p",
  kindKey: family,
  family,
  suite: null,
  ...over,
});

/** A way to a product: on itself, on all of its kind, on the suite it belongs to, on all suites. */
type Ways = { on?: string; kind?: string; suite?: string; suites?: string };

const grants = (family: Family, ways: Ways = {}): Grant[] =>
  [
    { on: "p", text: ways.on },
    { on: family, text: ways.kind },
    { on: "suite", text: ways.suite },
    { on: "suite-kind", text: ways.suites },
  ].flatMap(({ on, text }) => (text === undefined ? [] : [{ on, rights: bits("PRODUCT", text) }]));

type ProductCell = [
  what: string,
  given: { own?: Ways; red?: Ways; blue?: Ways },
  has: string,
  winners: string[],
];

const by = (contribution: Contribution) => `${nameOf(contribution)} by ${contribution.by}`;
const checkProduct = (family: Family, isPart: boolean, cells: ProductCell[]) =>
  describe.each(["COLLABORATOR", "EXTERNAL"] as const)("of a %s", (role) => {
    it.each(cells)("%s", (_, { own, red, blue }, has, winners) => {
      const target = product(family, isPart ? { suite: { id: "suite", kindKey: "suite-kind" } } : {});
      const person = holder(role, grants(family, own), grants(family, red), grants(family, blue));
      const { words: found, contributions } = decide(person, target);
      expect(found).toBe(has);
      expect(contributions.filter(({ wins }) => wins).map(by)).toEqual(winners);
    });
  });

describe("rights on a product: the highest wins (TEAM-4, USR-11, USR-14)", () => {
  checkProduct("web-hosting", false, [
    ["nothing is no access", {}, "", []],
    ["individual alone", { own: { on: "technical" } }, "technical", ["own by itself"]],
    ["team alone", { red: { on: "statistics" } }, "statistics", ["red by itself"]],
    [
      "individual larger",
      { own: { on: "technical statistics" }, red: { on: "technical" } },
      "technical statistics",
      ["own by itself"],
    ],
    [
      "individual smaller",
      { own: { on: "statistics" }, red: { on: "technical statistics" } },
      "technical statistics",
      ["red by itself"],
    ],
    [
      "individual like the team's",
      { own: { on: "technical" }, red: { on: "technical" } },
      "technical",
      ["own by itself", "red by itself"],
    ],
    [
      "two that cannot be compared are both the highest",
      { own: { on: "technical" }, red: { on: "statistics" } },
      "technical statistics",
      ["own by itself", "red by itself"],
    ],
    [
      "two teams",
      { red: { on: "technical" }, blue: { on: "technical statistics" } },
      "technical statistics",
      ["blue by itself"],
    ],
    ["all of the kind, those to come included", { own: { kind: "technical" } }, "technical", ["own by kind"]],
    ["all of the kind, by a team", { blue: { kind: "statistics" } }, "statistics", ["blue by kind"]],
    [
      "all of the kind is larger than this one",
      { own: { on: "technical", kind: "technical statistics" } },
      "technical statistics",
      ["own by kind"],
    ],
    [
      "this one is larger than all of the kind",
      { own: { on: "technical statistics", kind: "statistics" } },
      "technical statistics",
      ["own by itself"],
    ],
    [
      "an own grant on the kind, a team's on this one",
      { own: { kind: "statistics" }, red: { on: "technical" } },
      "technical statistics",
      ["own by kind", "red by itself"],
    ],
    [
      "a right that the kind of product does not have counts for nothing",
      { own: { on: "sale check" } },
      "",
      [],
    ],
    [
      "nor beside one that it has",
      { own: { on: "technical sale" }, red: { on: "technical" } },
      "technical",
      ["own by itself", "red by itself"],
    ],
    ["somebody else's suite", { own: { suite: "technical", suites: "technical" } }, "", []],
  ]);

  describe("ticketing has two rights of its own", () =>
    checkProduct("ticketing", false, [
      ["check", { own: { on: "check" } }, "check", ["own by itself"]],
      ["sale", { red: { on: "sale" } }, "sale", ["red by itself"]],
      [
        "both, from two sides",
        { own: { on: "check" }, red: { on: "sale" } },
        "check sale",
        ["own by itself", "red by itself"],
      ],
      [
        "all four",
        { own: { on: "technical check" }, blue: { kind: "statistics sale" } },
        "technical statistics check sale",
        ["own by itself", "blue by kind"],
      ],
    ]));
});

describe("a part of a suite is given with the suite (PROD-4)", () => {
  checkProduct("mail", true, [
    ["nothing", {}, "", []],
    ["by the suite", { own: { suite: "technical" } }, "technical", ["own by suite"]],
    ["by the suite, through a team", { red: { suite: "statistics" } }, "statistics", ["red by suite"]],
    ["by all suites", { own: { suites: "technical" } }, "technical", ["own by kind"]],
    [
      "by the suite and by all suites",
      { own: { suite: "technical" }, blue: { suites: "technical statistics" } },
      "technical statistics",
      ["blue by kind"],
    ],
    ["not by itself", { own: { on: "technical" } }, "", []],
    [
      "not by all of the part's own kind",
      { own: { kind: "technical" }, red: { kind: "statistics" } },
      "",
      [],
    ],
    [
      "the part's own adds nothing",
      { own: { suite: "statistics", on: "technical", kind: "technical" } },
      "statistics",
      ["own by suite"],
    ],
  ]);

  describe("and has its own family's rights, not the suite's", () =>
    checkProduct("chat", true, [
      ["statistics is none of a chat's", { own: { suite: "statistics" } }, "", []],
      ["technical is", { own: { suite: "technical statistics" } }, "technical", ["own by suite"]],
    ]));
});

describe("using a product is not managing it (USR-14)", () => {
  const mailbox: Target = { type: "MAILBOX", id: "m", sharedRights: 0 };

  it("rights on the product open nothing inside it", () => {
    const person = holder("COLLABORATOR", [{ on: "p", rights: 15 }], [{ on: "mail", rights: 15 }]);
    expect(rightsOn(accessOf(person), mailbox)).toBe(0);
  });

  it("what is inside gives no right on the product", () => {
    const person = holder("COLLABORATOR", [{ on: "m", rights: 4095 }]);
    expect(rightsOn(accessOf(person), mailbox)).toBe(4095);
    expect(rightsOn(accessOf(person), product("mail"))).toBe(0);
  });
});

describe("to be allowed something", () => {
  const access = accessOf(holder("COLLABORATOR", [{ on: "p", rights: 3 }]));

  it.each([
    [1, true],
    [2, true],
    [3, true],
    [4, false],
    [5, false],
  ])("with technical and statistics, %i: %s", (rights, allowed) =>
    expect(allows(access, product("ticketing"), rights)).toBe(allowed),
  );
});
