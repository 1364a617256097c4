import type { Permission, PersonalPermission } from "@/lib/access/permissions";
import type { DraftKind, House } from "../houses";
import type { Crowd, Relation } from "../relations";

/** Where an input is made for: the ids in it are this organization's. */
export type At = { house: House; relation: Relation; crowd: Crowd };

/** One way to use a command or query well, and what the permission table must be asked for it. */
export type Use = {
  /** What is special about it. */
  as?: string;
  /** Further permissions that this very input needs. */
  also?: Permission[];
  /** Ids of another organization are left out of the answer, which stays a good one. */
  leavesOut?: true;
  /** It is about a product that nobody was given: only a role reaches it. */
  byRole?: true;
  input: (at: At) => unknown;
};

export type Good = { permission: Permission | PersonalPermission; uses: Use[] };

/** Good inputs by the command's or query's own name, `area/name`. */
export type GoodInputs = Record<string, Good>;

export const good = (permission: Good["permission"], input: Use["input"], ...further: Use[]): Good => ({
  permission,
  uses: [{ input }, ...further],
});

/** Ways to use what only a role reaches. */
export const goodByRole = (permission: Good["permission"], ...uses: Omit<Use, "byRole">[]): Good => ({
  permission,
  uses: uses.map((use) => ({ ...use, byRole: true })),
});

/** The invitation draft of whoever asks. */
export const draft = (at: At, kind: DraftKind = "collaborator") => at.relation.drafts[at.house.id]?.[kind];
