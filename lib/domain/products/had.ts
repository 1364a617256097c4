import type { ResourceType } from "@/lib/access/families";
import type { Contribution, Holder } from "@/lib/access/resolution";
import type { ReachedProduct } from "./facts/productsReached";
import { reachLines } from "./reachLines";

/** What one has on something, and where that comes from. */
export type Had = { id: string; name: string; rights: number; from: Contribution[] };

/** What one has on a product, and on what is inside it as far as one has anything there. */
export type HadProduct = Had & {
  givenKind: Readonly<Record<string, string>>;
  inside: (Had & { type: ResourceType })[];
};

/** A product as a holder has it, by the function that decides (TEAM-4, TEAM-5); only what counts is told. */
export function had(holder: Holder, { product, inside }: ReachedProduct): HadProduct {
  const lines = new Map(reachLines(holder, [product, ...inside]).map((line) => [line.id, line]));
  const on = ({ id, name }: { id: string; name: string }): Had => {
    const { rights = 0, contributions = [] } = lines.get(id) ?? {};
    return { id, name, rights, from: contributions.filter(({ wins }) => wins) };
  };
  const things = inside.map((thing) => ({ ...on(thing), type: thing.type }));
  return {
    ...on(product),
    givenKind: product.givenKind,
    inside: things.filter(({ rights }) => rights !== 0),
  };
}
