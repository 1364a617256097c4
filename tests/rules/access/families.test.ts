import { describe, expect, it } from "vitest";
import {
  allRightsOf,
  FAMILIES,
  FAMILY_NAMES,
  type Family,
  isLadder,
  type ObjectType,
  RESOURCE_TYPES,
  rightsFrom,
  SCALES,
  wordsFor,
} from "@/lib/access/families";

const TYPES = ["PRODUCT", ...RESOURCE_TYPES] as ObjectType[];

/** Written down once more: a family that changes its rights changes who may do what with every product of it. */
const RIGHTS: [Family, string[], string[]][] = [
  ["domain", ["technical"], []],
  ["web-hosting", ["technical", "statistics"], []],
  ["mail", ["technical", "statistics"], ["MAILBOX"]],
  ["suite", ["technical", "statistics"], ["CALENDAR", "ADDRESS_BOOK"]],
  ["drive", ["technical", "statistics"], ["FOLDER"]],
  ["chat", ["technical"], ["CHANNEL"]],
  ["backup", ["technical", "statistics"], []],
  ["cloud-server", ["technical", "statistics"], []],
  ["public-cloud", ["technical", "statistics"], []],
  ["nas", ["technical"], []],
  ["streaming", ["technical", "statistics"], []],
  ["newsletter", ["technical", "statistics"], []],
  ["ticketing", ["technical", "statistics", "check", "sale"], []],
  ["certificate", ["technical"], []],
  ["support", ["technical"], []],
];

describe("families of product kinds (PROD-1)", () => {
  it("are all written down here", () =>
    expect(RIGHTS.map(([family]) => family).sort()).toEqual([...FAMILY_NAMES].sort()));

  it.each(RIGHTS)("%s has the rights %j and holds %j (USR-14)", (family, rights, holds) => {
    expect(FAMILIES[family]).toEqual({ rights, holds });
    expect(wordsFor("PRODUCT", allRightsOf(family))).toEqual(rights);
  });

  it("hold every kind of resource, each in one place", () =>
    expect(FAMILY_NAMES.flatMap((family) => [...FAMILIES[family].holds]).sort()).toEqual(
      [...RESOURCE_TYPES].sort(),
    ));
});

describe("words and bits", () => {
  it.each([
    ["PRODUCT", { technical: 1, statistics: 2, check: 4, sale: 8 }],
    ["FOLDER", { none: 0, read: 1, write: 3, manage: 7 }],
    ["CHANNEL", { member: 1, admin: 3 }],
    ["CALENDAR", { read: 1, write: 3 }],
    ["ADDRESS_BOOK", { read: 1, write: 3 }],
    [
      "MAILBOX",
      {
        ...{ read: 1, filters: 2, security: 4, aliases: 8, redirections: 16, signatures: 32 },
        ...{ auto_reply: 64, password: 128, folders: 256, restore: 512, rules: 1024, access_logs: 2048 },
      },
    ],
  ] as const)("of %s are those that stand in the database", (type, bits) =>
    expect(SCALES[type].rights).toEqual(bits),
  );

  it("are steps for folders, channels, calendars and address books, of which larger include smaller", () => {
    expect(TYPES.filter(isLadder)).toEqual(["FOLDER", "CHANNEL", "CALENDAR", "ADDRESS_BOOK"]);
    for (const type of TYPES.filter(isLadder)) {
      const steps = Object.values(SCALES[type].rights);
      for (const [index, step] of steps.entries())
        for (const lower of steps.slice(0, index)) expect(step & lower).toBe(lower);
    }
  });

  it.each([
    ["PRODUCT", ["technical", "sale"], 9],
    ["PRODUCT", [], 0],
    ["MAILBOX", ["read", "access_logs"], 2049],
    ["FOLDER", ["none"], 0],
    ["FOLDER", ["write"], 3],
    ["CHANNEL", ["admin"], 3],
    ["CALENDAR", ["read"], 1],
    ["ADDRESS_BOOK", ["write"], 3],
  ] as [ObjectType, string[], number][])("%s %j is %i, and back", (type, words, bits) => {
    expect(rightsFrom(type, words)).toBe(bits);
    expect(wordsFor(type, bits)).toEqual(words);
  });

  it("say one step, the largest", () => expect(wordsFor("FOLDER", 7)).toEqual(["manage"]));

  it("say nothing where nothing is no step", () =>
    expect(TYPES.map((type) => wordsFor(type, 0))).toEqual([[], [], ["none"], [], [], []]));

  it.each([
    ["PRODUCT", "read"],
    ["MAILBOX", "technical"],
    ["FOLDER", "admin"],
    ["CHANNEL", "none"],
    ["CALENDAR", "manage"],
    ["ADDRESS_BOOK", ""],
    ["PRODUCT", "constructor"],
    ["FOLDER", "toString"],
    ["MAILBOX", "__proto__"],
  ] as [ObjectType, string][])("%s does not know %j", (type, word) =>
    expect(() => rightsFrom(type, [word])).toThrow(RangeError),
  );
});
