import { z } from "zod";
import type { Family } from "@/lib/access/families";
import { accessOf } from "@/lib/access/resolution";
import { productsReached } from "@/lib/domain/products/facts/productsReached";
import { type HadProduct, had } from "@/lib/domain/products/had";
import { waysThatGive } from "@/lib/domain/products/ways";
import { query } from "@/lib/pipeline/query";
import { isLetIn } from "@/lib/pipeline/reach";
import { holders } from "@/lib/platform/holdings";

/** Products on one page of one's own view. */
const PER_PAGE = 50;

/** A product that one reaches: by rights on it, by something inside it, or both. */
export type MyProduct = HadProduct & {
  family: Family;
  /** Whether what is inside opens too: managing it is more than using it (USR-14). */
  opensInside: boolean;
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
