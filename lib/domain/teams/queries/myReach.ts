import { z } from "zod";
import type { Family, ResourceType } from "@/lib/access/families";
import { accessOf, type Contribution, type Holder } from "@/lib/access/resolution";
import { productsReached, type ReachedProduct } from "@/lib/domain/products/facts/productsReached";
import { reachLines } from "@/lib/domain/products/reachLines";
import { waysThatGive } from "@/lib/domain/products/ways";
import { query } from "@/lib/pipeline/query";
import { isLetIn } from "@/lib/pipeline/reach";
import { holders } from "@/lib/platform/holdings";

/** Products on one page of one's own view. */
const PER_PAGE = 50;

/** What one has on something, and where that comes from. */
type Had = { id: string; name: string; rights: number; from: Contribution[] };

/** A product that one reaches: by rights on it, by something inside it, or both. */
export type MyProduct = Had & {
  family: Family;
  /** Whether what is inside opens too: managing it is more than using it (USR-14). */
  opensInside: boolean;
  inside: (Had & { type: ResourceType })[];
};

/**
 * What the person reaches in this organization: products with their rights, what is inside them, and where each comes
 * from (USR-2, USR-11, USR-14); by family, then by name. Nothing for partners, who have no access of their own.
 */
export const myReach = query("reach.own", {
  permission: "organization.view",
  input: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) }),
  async run({ reader, actor }, { page: wanted }) {
    const { standing, organization } = actor;
    const id = standing.as === "member" ? standing.membershipId : null;
    const holder = id === null ? undefined : (await holders(reader, organization.id, [id])).get(id);
    if (!holder) return { organization, products: [], teams: [], total: 0, page: 1, pages: 1 };
    const { total, page, products } = await productsReached(reader, organization.id, waysThatGive(holder), {
      q: "",
      by: "family",
      page: { page: wanted, size: PER_PAGE, descending: false },
    });
    const access = accessOf(holder);
    return {
      organization,
      products: products.map(
        (reached): MyProduct => ({
          ...had(holder, reached),
          family: reached.product.family,
          opensInside: isLetIn(actor, "product.manage", access, reached),
        }),
      ),
      teams: holder.teams.map(({ id, name }) => ({ id, name })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PER_PAGE)),
    };
  },
});

/** What one's own view shows. */
export type MyReach = Awaited<ReturnType<typeof myReach.execute>>;

function had(holder: Holder, { product, inside }: ReachedProduct): Had & Pick<MyProduct, "inside"> {
  const lines = new Map(reachLines(holder, [product, ...inside]).map((line) => [line.id, line]));
  const on = ({ id, name }: { id: string; name: string }): Had => {
    const { rights = 0, contributions = [] } = lines.get(id) ?? {};
    return { id, name, rights, from: contributions.filter(({ wins }) => wins) };
  };
  const things = inside.map((thing) => ({ ...on(thing), type: thing.type }));
  return { ...on(product), inside: things.filter(({ rights }) => rights !== 0) };
}
