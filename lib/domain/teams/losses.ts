import { effectsOn, isGain } from "@/lib/access/effects";
import type { ObjectType } from "@/lib/access/families";
import type { Holder } from "@/lib/access/resolution";
import { ROLES } from "@/lib/access/roles";
import { productsReached, type ReachedProduct } from "@/lib/domain/products/facts/productsReached";
import { waysOf } from "@/lib/domain/products/ways";
import type { Reader } from "@/lib/platform/database";

/** What may become of somebody: no longer a user, or another role. */
export const AFTERWARDS = ["REMOVED", ...ROLES] as const;
export type Afterwards = (typeof AFTERWARDS)[number];

/** Lines that a page tells in all; each person is told a part of them, the rest is counted. */
export const MOST_LINES = 400;

/** One thing that somebody has no longer, or less of. `rights` are what goes, `left` is what stays. */
export type Loss = { type: ObjectType; name: string; product: string; rights: number; left: number };

/** What one person loses. `losses` is cut where it is long, and empty for readers who do not see the products. */
export type PersonLoss = { id: string; name: string; count: number; losses: Loss[]; teams: string[] };

/** Something that can be lost, with the words for it. */
export type Losable = (ReachedProduct["product"] | ReachedProduct["inside"][number]) & { product: string };

/** Everything that these people could lose; a suite stands for its parts. */
export async function losableBy(
  reader: Reader,
  organizationId: string,
  holders: readonly Holder[],
): Promise<Losable[]> {
  const everything = { q: "", by: "name", page: null } as const;
  const { products } = await productsReached(reader, organizationId, waysOf(holders), everything);
  return products.flatMap(({ product, inside }) => [
    ...(product.suite ? [] : [{ ...product, product: product.name }]),
    ...inside.map((target) => ({ ...target, product: product.name })),
  ]);
}

/** What somebody loses among this when that becomes of them, by the function that decides afterwards; null for nothing. */
export function lossOf(
  { id, name }: { id: string; name: string },
  before: Holder,
  after: Afterwards,
  among: readonly Losable[],
): PersonLoss | null {
  const losses = effectsOn(before, after === "REMOVED" ? null : { ...before, role: after }, among)
    .filter((effect) => !isGain(effect))
    .map(({ target: { type, name, product }, before: had, after: left }) => ({
      type,
      name,
      product,
      rights: had & ~left,
      left,
    }));
  const teams = after === "REMOVED" ? before.teams.map((team) => team.name) : [];
  return losses.length === 0 && teams.length === 0 ? null : { id, name, count: losses.length, losses, teams };
}
