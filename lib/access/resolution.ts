import { allRightsOf, type Family, type ObjectType, type Resolution, SCALES } from "./families";
import { hasAllRights, isInside, type Role } from "./roles";

/** What somebody was given, once: the id of a product or resource, or the key of a kind (all of it, future ones included). */
export type Grant = { readonly on: string; readonly rights: number };

export type TeamHolding = { readonly id: string; readonly name: string; readonly grants: readonly Grant[] };

/** A member of an organization with everything that reaches them. */
export type Holder = {
  readonly role: Role;
  readonly grants: readonly Grant[];
  readonly teams: readonly TeamHolding[];
};

/** What somebody wants to reach. */
export type Target =
  | {
      readonly type: "PRODUCT";
      readonly id: string;
      readonly kindKey: string;
      readonly family: Family;
      /** The suite that it is a part of: what is given on the suite is given on its parts (PROD-4). */
      readonly suite: { readonly id: string; readonly kindKey: string } | null;
    }
  | {
      readonly type: Exclude<ObjectType, "PRODUCT">;
      readonly id: string;
      /** What everybody inside the organization has; externals are left out (USR-2). */
      readonly sharedRights: number;
    };

/** Where an access comes from. */
export type Source =
  | { readonly via: "role"; readonly role: Role }
  | { readonly via: "individual" }
  | { readonly via: "team"; readonly id: string; readonly name: string }
  | { readonly via: "organization" };

/** One grant that reaches the target: by itself, by its suite, or because all products of its kind were given. */
export type Contribution = {
  readonly source: Source;
  readonly by: "itself" | "suite" | "kind";
  readonly rights: number;
  readonly wins: boolean;
};

export type Explanation = {
  readonly rights: number;
  readonly resolution: Resolution;
  readonly contributions: readonly Contribution[];
};

/** What a holder has, arranged for many questions: bits by what they were given on. */
export type Access = {
  readonly role: Role;
  readonly individual: ReadonlyMap<string, number>;
  readonly teams: ReadonlyMap<string, number>;
};

/** Arranges what a holder has for {@link rightsOn}. */
export function accessOf(holder: Holder): Access {
  const individual = new Map<string, number>();
  for (const { on, rights } of holder.grants) individual.set(on, (individual.get(on) ?? 0) | rights);
  const teams = new Map<string, number>();
  for (const team of holder.teams) {
    for (const { on, rights } of team.grants) teams.set(on, (teams.get(on) ?? 0) | rights);
  }
  return { role: holder.role, individual, teams };
}

/** TEAM-4 in one place. `individual` is null where the person was given nothing themselves. */
const resolve = (resolution: Resolution, individual: number | null, others: number): number =>
  resolution === "individual" && individual !== null ? individual : (individual ?? 0) | others;

const givenInAll = ({ individual, teams }: Access, on: string): number =>
  (individual.get(on) ?? 0) | (teams.get(on) ?? 0);

/** The bits that somebody has on something (USR-11, USR-14, TEAM-4); 0 is no access. */
export function rightsOn(access: Access, target: Target): number {
  if (target.type === "PRODUCT") {
    const all = allRightsOf(target.family);
    if (hasAllRights(access.role)) return all;
    const { id, kindKey } = givenOn(target);
    return (givenInAll(access, id) | givenInAll(access, kindKey)) & all;
  }
  const shared = isInside(access.role) ? target.sharedRights : 0;
  const individual = access.individual.get(target.id) ?? null;
  return resolve(SCALES[target.type].resolution, individual, (access.teams.get(target.id) ?? 0) | shared);
}

/** Whether somebody has all of these bits on something. */
export const allows = (access: Access, target: Target, rights: number): boolean =>
  (rightsOn(access, target) & rights) === rights;

/** Why somebody has what they have: every grant that reaches the target, which of them won, and by which rule (TEAM-5). */
export function explainAccess(holder: Holder, target: Target): Explanation {
  const { resolution } = SCALES[target.type];
  const found = [...sharedBy(holder, target), ...givenTo(holder, target)];
  const rights = rightsOn(accessOf(holder), target);
  const hasOwn = found.some(({ source }) => source.via === "individual");
  const contributions = found.map((one) => ({
    ...one,
    wins:
      resolution === "individual" && hasOwn
        ? one.source.via === "individual"
        : one.rights !== 0 && (resolution === "union" || isLargest(one.rights, found)),
  }));
  return { rights, resolution, contributions };
}

type Found = Omit<Contribution, "wins">;

/** Among grants that cannot be compared (technical here, statistics there) each is the largest of its own. */
const isLargest = (rights: number, found: readonly Found[]): boolean =>
  found.every((other) => (other.rights & rights) !== rights || other.rights === rights);

function sharedBy(holder: Holder, target: Target): Found[] {
  if (target.type === "PRODUCT") {
    if (!hasAllRights(holder.role)) return [];
    return [{ source: { via: "role", role: holder.role }, by: "itself", rights: allRightsOf(target.family) }];
  }
  if (!target.sharedRights || !isInside(holder.role)) return [];
  return [{ source: { via: "organization" }, by: "itself", rights: target.sharedRights }];
}

function givenTo(holder: Holder, target: Target): Found[] {
  const ways = waysTo(target);
  const all = target.type === "PRODUCT" ? allRightsOf(target.family) : ~0;
  const among = (source: Source, grants: readonly Grant[]): Found[] =>
    grants.flatMap(({ on, rights }) => {
      const by = ways.get(on);
      return by ? [{ source, by, rights: rights & all }] : [];
    });
  return [
    ...among({ via: "individual" }, holder.grants),
    ...holder.teams.flatMap(({ id, name, grants }) => among({ via: "team", id, name }, grants)),
  ];
}

/** A product is given by itself or with all of its kind; a part of a suite with the suite alone (PROD-4). */
const givenOn = (product: Extract<Target, { type: "PRODUCT" }>): { id: string; kindKey: string } =>
  product.suite ?? product;

function waysTo(target: Target): ReadonlyMap<string, Contribution["by"]> {
  if (target.type !== "PRODUCT") return new Map([[target.id, "itself"]]);
  const { id, kindKey } = givenOn(target);
  return new Map([
    [id, target.suite ? "suite" : "itself"],
    [kindKey, "kind"],
  ]);
}
