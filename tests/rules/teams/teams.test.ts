import { describe, expect, it } from "vitest";
import type { ObjectFacts } from "@/lib/domain/products/rules/access";
import { TeamNames, wordsByObject } from "@/lib/domain/teams/inputs";
import {
  mayEndTeam,
  mayGiveToTeam,
  mayJoinTeam,
  mayLeadTeam,
  mayLeaveTeam,
  mayNameTeam,
  wordsToGive,
} from "@/lib/domain/teams/rules/teams";

/** What speaks against a change of a team (TEAM-1 to TEAM-3); each row breaks one thing. */

const product: ObjectFacts = {
  as: "product",
  type: "PRODUCT",
  family: "web-hosting",
  isThere: true,
  isPart: false,
};
const folder: ObjectFacts = { ...product, as: "resource", type: "FOLDER", family: "drive" };

describe("a team's name (TEAM-1)", () => {
  const parse = (name: string) => TeamNames.safeParse({ name, colour: "BLUE" }).success;

  it.each([
    ["", false],
    ["   ", false],
    ["W", true],
    ["W".repeat(128), true],
    ["W".repeat(129), false],
  ])("of %s is taken or not", (name, isGood) => expect(parse(name)).toBe(isGood));

  it("is refused where another team has it", () => {
    expect(mayNameTeam({ isTaken: false }).refusals).toEqual([]);
    expect(mayNameTeam({ isTaken: true }).refusals).toEqual(["team_name_taken"]);
  });

  it("comes with one of the colours", () => {
    expect(TeamNames.safeParse({ name: "Web", colour: "MAUVE" }).success).toBe(false);
  });
});

describe("who is in a team (TEAM-3)", () => {
  it.each([
    [{ isMember: true, isInTeam: false }, []],
    [{ isMember: true, isInTeam: true }, ["already_in_team"]],
    [{ isMember: false, isInTeam: false }, ["person_no_longer_here"]],
  ])("%j may join: %j", (facts, refusals) => expect(mayJoinTeam(facts).refusals).toEqual(refusals));

  it("only who is in it can be taken out", () => {
    expect(mayLeaveTeam({ isInTeam: true }).refusals).toEqual([]);
    expect(mayLeaveTeam({ isInTeam: false }).refusals).toEqual(["not_in_team"]);
  });

  it.each([
    [{ isInTeam: true, leads: false, willLead: true }, []],
    [{ isInTeam: true, leads: true, willLead: false }, []],
    [{ isInTeam: true, leads: true, willLead: true }, ["nothing_to_change"]],
    [{ isInTeam: false, leads: false, willLead: true }, ["leader_is_no_member"]],
    [{ isInTeam: false, leads: false, willLead: false }, ["leader_is_no_member"]],
  ])("%j may lead: %j (TEAM-1)", (facts, refusals) => expect(mayLeadTeam(facts).refusals).toEqual(refusals));
});

describe("what a team reaches (TEAM-2)", () => {
  it.each<[string, ObjectFacts, string[], string[]]>([
    ["a right of its kind", product, ["technical"], []],
    ["both rights of its kind", product, ["technical", "statistics"], []],
    ["nothing, which takes it away", product, [], []],
    ["a right that the kind lacks (USR-14)", product, ["sale"], ["right_not_of_this_kind"]],
    [
      "statistics of a domain (USR-14)",
      { ...product, family: "domain" },
      ["statistics"],
      ["right_not_of_this_kind"],
    ],
    [
      "a right on a part of a suite (PROD-4)",
      { ...product, isPart: true },
      ["technical"],
      ["given_on_its_suite"],
    ],
    ["one level", folder, ["write"], []],
    ["two levels", folder, ["read", "write"], ["only_one_level"]],
    ["a level of something else", folder, ["admin"], ["right_not_of_this_kind"]],
    ["no access by name, which is for one person (TEAM-4)", folder, ["none"], ["none_is_for_one_person"]],
  ])("%s", (_, object, words, refusals) => expect(mayGiveToTeam(object, words).refusals).toEqual(refusals));

  it("is offered with the words of its kind, but for keeping a team out by name", () => {
    expect(wordsToGive(product)).toEqual(["technical", "statistics"]);
    expect(wordsToGive(folder)).toEqual(["read", "write", "manage"]);
  });

  it("is read from a form: a word for each object that the form shows, none that it does not", () => {
    const words = wordsByObject({ on: ["a", "b~c"], access: ["a~read", "b~c~write", "d~manage", "odd"] });
    expect([...words]).toEqual([
      ["a", ["read"]],
      ["b~c", ["write"]],
    ]);
  });
});

describe("deleting a team", () => {
  it.each([
    ["an empty one", { isInUse: false, isSeen: false }, []],
    ["one in use, its effect seen", { isInUse: true, isSeen: true }, []],
    ["one in use, unseen", { isInUse: true, isSeen: false }, ["look_at_the_effect_first"]],
  ])("%s", (_, facts, refusals) => expect(mayEndTeam(facts).refusals).toEqual(refusals));
});
