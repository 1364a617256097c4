import { describe, expect, it } from "vitest";
import { effectsOn } from "@/lib/access/effects";
import { FAMILY_NAMES, rightsFrom, SCALES } from "@/lib/access/families";
import type { Holder } from "@/lib/access/resolution";
import { ROLES } from "@/lib/access/roles";
import {
  type HolderFacts,
  holderAfter,
  mayBeGiven,
  mayChangeAccess,
  mayGiveAccess,
  type ObjectFacts,
  wordsFrom,
} from "@/lib/domain/products/rules/access";
import {
  addressesInAll,
  mayAddMailbox,
  mayCreateResource,
  mayRenameResource,
  mayShareResource,
} from "@/lib/domain/products/rules/resources";

const member = (of: Partial<HolderFacts> = {}): HolderFacts => ({
  as: "member",
  role: "COLLABORATOR",
  isThere: true,
  ...of,
});
const team: HolderFacts = { as: "team", role: null, isThere: true };
const product = (of: Partial<ObjectFacts> = {}): ObjectFacts => ({
  as: "product",
  type: "PRODUCT",
  family: "web-hosting",
  isThere: true,
  isPart: false,
  ...of,
});
const folder = product({ as: "resource", type: "FOLDER", family: "drive" });
const mailbox = product({ as: "resource", type: "MAILBOX", family: "mail" });

const give = (holder: HolderFacts, object: ObjectFacts, words: string[], hasAlready = false) =>
  mayGiveAccess({ holder, object, words, hasAlready }).refusals;

describe("giving access", () => {
  it("is possible on a product, on all of a kind, and inside (USR-14, TEAM-2)", () => {
    expect(give(member(), product(), ["technical", "statistics"])).toEqual([]);
    expect(give(member(), product({ as: "kind" }), ["statistics"])).toEqual([]);
    expect(give(team, mailbox, ["read", "filters"])).toEqual([]);
    expect(give(member({ as: "invitation", role: "EXTERNAL" }), folder, ["read"])).toEqual([]);
  });

  it("is refused to whoever is not there any more (USR-12)", () => {
    expect(give(member({ isThere: false }), product(), ["technical"])).toEqual([
      "former_members_get_nothing",
    ]);
    expect(give(member({ role: "ADMINISTRATOR", isThere: false }), product(), ["technical"])).toEqual([
      "former_members_get_nothing",
    ]);
    expect(give({ ...team, isThere: false }, product(), ["technical"])).toEqual(["team_is_gone"]);
    expect(give(member({ as: "invitation", isThere: false }), product(), ["technical"])).toEqual([
      "invitation_not_open",
    ]);
  });

  it("is refused on what has ended, and on parts of a suite (PROD-4)", () => {
    expect(give(member(), product({ isThere: false }), ["technical"])).toEqual(["product_has_ended"]);
    expect(give(member(), { ...folder, isThere: false }, ["read"])).toEqual(["resource_has_ended"]);
    expect(give(member(), product({ isPart: true }), ["technical"])).toEqual(["given_on_its_suite"]);
  });

  it("is refused on products to roles that have all of them, but not inside: using is not managing (USR-1, USR-14)", () => {
    for (const role of ROLES) {
      const hasAll = role === "LEGAL_REPRESENTATIVE" || role === "ADMINISTRATOR";
      expect(give(member({ role }), product(), ["technical"])).toEqual(hasAll ? ["role_has_everything"] : []);
      expect(give(member({ role }), mailbox, ["read"])).toEqual([]);
    }
  });

  it("is refused twice, without a right, and with one that the kind does not have (USR-14)", () => {
    expect(give(member(), product(), ["technical"], true)).toEqual(["given_already"]);
    expect(give(member(), product(), [])).toEqual(["no_right_chosen"]);
    expect(give(member(), product(), ["sale"])).toEqual(["right_not_of_this_kind"]);
    expect(give(member(), product({ family: "domain" }), ["statistics"])).toEqual(["right_not_of_this_kind"]);
    expect(give(member(), product({ family: "ticketing" }), ["check", "sale"])).toEqual([]);
    expect(give(member(), folder, ["read", "write"])).toEqual(["only_one_level"]);
    expect(give(member(), mailbox, ["toString"])).toEqual(["right_not_of_this_kind"]);
  });

  it("keeps one person out of a folder, never a team (TEAM-4)", () => {
    expect(give(member(), folder, ["none"])).toEqual([]);
    expect(give(team, folder, ["none"])).toEqual(["none_is_for_one_person"]);
    expect(wordsFrom(folder, team)).not.toContain("none");
    expect(wordsFrom(folder, member())).toContain("none");
    expect(give(member(), mailbox, ["none"])).toEqual(["right_not_of_this_kind"]);
  });

  it("offers for every family what can be given on it", () => {
    for (const family of FAMILY_NAMES) {
      const object = product({ family });
      expect(give(member(), object, [...wordsFrom(object, member())])).toEqual([]);
    }
  });

  it("says what speaks against it before any right is chosen", () => {
    const facts = { holder: member({ role: "ADMINISTRATOR" }), object: product(), hasAlready: false };
    expect(mayBeGiven(facts).refusals).toEqual(["role_has_everything"]);
  });
});

describe("changing access", () => {
  const change = (object: ObjectFacts, before: number, words: string[], holder = member()) =>
    mayChangeAccess({ holder, object, before, words }).refusals;

  it("takes another set of rights, and refuses the same (USR-14)", () => {
    expect(change(product(), 1, ["statistics"])).toEqual([]);
    expect(change(product(), 1, ["technical"])).toEqual(["nothing_to_change"]);
    expect(change(product(), 1, ["sale"])).toEqual(["right_not_of_this_kind"]);
    expect(change(folder, 0, ["none"])).toEqual(["nothing_to_change"]);
    expect(change(folder, 3, ["none"], team)).toEqual(["none_is_for_one_person"]);
  });
});

describe("what a change does", () => {
  const target = { type: "FOLDER", id: "plans", sharedRights: 0 } as const;
  const holder: Holder = {
    role: "COLLABORATOR",
    grants: [{ on: "plans", rights: SCALES.FOLDER.rights.read }],
    teams: [{ id: "web", name: "Web", grants: [{ on: "plans", rights: SCALES.FOLDER.rights.write }] }],
  };

  it("is asked of the function that decides: withdrawing one's own gives the team's back (TEAM-4)", () => {
    const changed = holderAfter(holder, { holder: { as: "member", id: "x" }, on: "plans", rights: null });
    expect(effectsOn(holder, changed, [target])).toEqual([{ target, before: 1, after: 3 }]);
  });

  it("of a team's grant reaches its members, and nobody whose own stands above it", () => {
    const change = { holder: { as: "team", id: "web" }, on: "plans", rights: null } as const;
    expect(effectsOn(holder, holderAfter(holder, change), [target])).toEqual([]);
    const without = { ...holder, grants: [] };
    expect(effectsOn(without, holderAfter(without, change), [target])).toEqual([
      { target, before: 3, after: 0 },
    ]);
  });

  it("of another team's grant is nothing", () => {
    const change = {
      holder: { as: "team", id: "other" },
      on: "plans",
      rights: rightsFrom("FOLDER", ["manage"]),
    } as const;
    expect(effectsOn(holder, holderAfter(holder, change), [target])).toEqual([]);
  });
});

describe("what is inside a product", () => {
  const facts = {
    product: { family: "drive", isThere: true },
    type: "FOLDER",
    isShared: false,
    isNameTaken: false,
  } as const;

  it("is what its family holds (PROD-1)", () => {
    expect(mayCreateResource(facts).refusals).toEqual([]);
    expect(mayCreateResource({ ...facts, type: "MAILBOX" }).refusals).toEqual(["not_held_by_this_kind"]);
    expect(mayCreateResource({ ...facts, product: { family: "drive", isThere: false } }).refusals).toEqual([
      "product_has_ended",
    ]);
  });

  it("is a mailbox while an address is left, where addresses are the product's own to count (PROD-1, PROD-8)", () => {
    const inAll = (family: "mail" | "suite", addresses: number | null) =>
      addressesInAll({ family, addresses, quantity: 2 });
    expect([inAll("mail", 5), inAll("suite", 5), inAll("mail", null)]).toEqual([10, null, null]);
    const refusals = (addresses: number | null, mailboxes: number) =>
      mayAddMailbox({ addresses, mailboxes }).refusals;
    expect([refusals(5, 4), refusals(null, 1_000)]).toEqual([[], []]);
    for (const mailboxes of [5, 8]) expect(refusals(5, mailboxes)).toEqual(["no_address_left"]);
  });

  it("is shared with everybody only where that has a meaning (USR-2), and has a name of its own", () => {
    expect(mayCreateResource({ ...facts, isShared: true }).refusals).toEqual(["not_to_be_shared"]);
    const calendar = { ...facts, product: { family: "suite", isThere: true }, type: "CALENDAR" } as const;
    expect(mayCreateResource({ ...calendar, isShared: true }).refusals).toEqual([]);
    const share = (type: "CALENDAR" | "ADDRESS_BOOK" | "FOLDER" | "MAILBOX" | "CHANNEL", before: number) =>
      mayShareResource({ type, before, after: 1 }).refusals;
    expect([share("CALENDAR", 0), share("ADDRESS_BOOK", 3)]).toEqual([[], []]);
    for (const type of ["FOLDER", "MAILBOX", "CHANNEL"] as const)
      expect(share(type, 0)).toEqual(["not_to_be_shared"]);
    expect(share("CALENDAR", 1)).toEqual(["nothing_to_change"]);
    expect(mayCreateResource({ ...facts, isNameTaken: true }).refusals).toEqual(["name_taken_here"]);
    expect(mayRenameResource({ before: "A", after: "A", isNameTaken: false }).refusals).toEqual([
      "nothing_to_change",
    ]);
    expect(mayRenameResource({ before: "A", after: "B", isNameTaken: true }).refusals).toEqual([
      "name_taken_here",
    ]);
  });
});
