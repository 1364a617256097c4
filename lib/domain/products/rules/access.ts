import { FAMILIES, type Family, isLadder, type ObjectType, rightsFrom, SCALES } from "@/lib/access/families";
import type { Grant, Holder } from "@/lib/access/resolution";
import { hasAllRights, type Role } from "@/lib/access/roles";
import { refuseWhen } from "@/lib/kernel/decision";

/** Who is given something: a member, a team, or somebody who is invited and gets it by joining. */
export const HOLDER_KINDS = ["member", "team", "invitation"] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** A holder as the rules need them. */
export type HolderFacts = {
  readonly as: HolderKind;
  /** Null for a team. */
  readonly role: Role | null;
  /** Members who left, teams that were deleted and invitations that were answered are not there any more. */
  readonly isThere: boolean;
};

/** What something is given on: one product, all products of a kind, or something inside a product. */
export const OBJECT_KINDS = ["product", "kind", "resource"] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** An object as the rules need it. */
export type ObjectFacts = {
  readonly as: ObjectKind;
  readonly type: ObjectType;
  readonly family: Family;
  readonly isThere: boolean;
  /** A part of a suite: rights on it are given on its suite (PROD-4). */
  readonly isPart: boolean;
};

/** The words that can be given on this object: the rights its family has, or the levels and flags of what is inside. */
export function wordsOn({ type, family }: Pick<ObjectFacts, "type" | "family">): readonly string[] {
  return type === "PRODUCT" ? FAMILIES[family].rights : Object.keys(SCALES[type].rights);
}

/** The words that this holder can be given: keeping somebody out is said to them alone, never to a team (TEAM-4). */
export const wordsFrom = (object: ObjectFacts, holder: Pick<HolderFacts, "as">): readonly string[] =>
  wordsOn(object).filter((word) => word !== "none" || holder.as !== "team");

type GiveFacts = {
  holder: HolderFacts;
  object: ObjectFacts;
  /** Whether they were given something on this very object already. */
  hasAlready: boolean;
};

const objectRefusals = ({ holder, object, hasAlready }: GiveFacts) => ({
  former_members_get_nothing: holder.as === "member" && !holder.isThere,
  team_is_gone: holder.as === "team" && !holder.isThere,
  invitation_not_open: holder.as === "invitation" && !holder.isThere,
  product_has_ended: object.type === "PRODUCT" && !object.isThere,
  resource_has_ended: object.type !== "PRODUCT" && !object.isThere,
  given_on_its_suite: object.type === "PRODUCT" && object.isPart,
  // Whoever is not there has nothing, whatever their role was.
  role_has_everything:
    object.type === "PRODUCT" && holder.isThere && holder.role !== null && hasAllRights(holder.role),
  given_already: hasAlready,
});

/** Whether somebody can be given anything on this object at all (USR-11, USR-14, PROD-4). */
export const mayBeGiven = (facts: GiveFacts) => refuseWhen(objectRefusals(facts));

/** What speaks against these words on this object, whoever gets them (TEAM-4, USR-14). */
const wordRefusals = (object: ObjectFacts, holder: HolderFacts, words: readonly string[]) => ({
  no_right_chosen: words.length === 0,
  right_not_of_this_kind: words.some((word) => !wordsOn(object).includes(word)),
  only_one_level: isLadder(object.type) && words.length > 1,
  none_is_for_one_person: holder.as === "team" && words.includes("none"),
});

/** Whether these words can be given (USR-11, USR-14, TEAM-4, PROD-4). */
export const mayGiveAccess = (facts: GiveFacts & { words: readonly string[] }) =>
  refuseWhen({
    ...objectRefusals(facts),
    ...wordRefusals(facts.object, facts.holder, facts.words),
  });

type ChangeFacts = {
  holder: HolderFacts;
  object: ObjectFacts;
  before: number;
  words: readonly string[];
};

/** Whether what was given can become this instead (USR-14, TEAM-4). */
export const mayChangeAccess = ({ holder, object, before, words }: ChangeFacts) =>
  refuseWhen({
    ...wordRefusals(object, holder, words),
    nothing_to_change:
      words.every((word) => wordsOn(object).includes(word)) && bitsOf(object, words) === before,
  });

/** The bits of words that the rules let through. */
export const bitsOf = ({ type }: Pick<ObjectFacts, "type">, words: readonly string[]): number =>
  rightsFrom(type, words);

/** A change of one grant: what the holder of it has afterwards, null for nothing. */
export type GrantChange = {
  readonly holder: { readonly as: HolderKind; readonly id: string };
  readonly on: string;
  readonly rights: number | null;
};

/** What a member has once the change is made; it may be their own grant, or one of a team of theirs. */
export function holderAfter(member: Holder, change: GrantChange): Holder {
  const replaced = (grants: readonly Grant[]): Grant[] => [
    ...grants.filter(({ on }) => on !== change.on),
    ...(change.rights === null ? [] : [{ on: change.on, rights: change.rights }]),
  ];
  if (change.holder.as === "member") return { ...member, grants: replaced(member.grants) };
  return {
    ...member,
    teams: member.teams.map((team) =>
      team.id === change.holder.id ? { ...team, grants: replaced(team.grants) } : team,
    ),
  };
}
