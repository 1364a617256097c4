import { z } from "zod";
import { FAMILY_NAMES } from "@/lib/access/families";
import { query } from "@/lib/pipeline/query";
import { holders } from "@/lib/platform/holdings";
import { reachableBy, reachOf } from "../reached";

/** Products on one page of one's own view. */
const PER_PAGE = 50;

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
    const all = holder ? reachOf(holder, await reachableBy(reader, organization.id, [holder])) : [];
    const ordered = FAMILY_NAMES.flatMap((family) => all.filter((product) => product.family === family));
    const pages = Math.max(1, Math.ceil(ordered.length / PER_PAGE));
    const page = Math.min(wanted, pages);
    return {
      organization,
      products: ordered.slice((page - 1) * PER_PAGE, page * PER_PAGE),
      teams: holder?.teams.map(({ id, name }) => ({ id, name })) ?? [],
      total: ordered.length,
      page,
      pages,
    };
  },
});

/** What one's own view shows. */
export type MyReach = Awaited<ReturnType<typeof myReach.execute>>;
