import { z } from "zod";
import { memberById } from "@/lib/domain/organizations/facts";
import { Id } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { holders } from "@/lib/platform/holdings";
import { ReachTable } from "../accessTables";
import { listedGrants } from "../facts/given";
import { productsReached } from "../facts/productsReached";
import type { SeenProduct } from "../facts/seen";
import { type ReachLine, reachLines } from "../reachLines";
import { waysOf } from "../ways";

/** A product that somebody reaches, with what they have on it and inside it. */
export type ReachedProduct = Pick<
  SeenProduct,
  "id" | "name" | "family" | "kindNames" | "givenKind" | "suite"
> & {
  lines: ReachLine[];
};

/** What a member reaches, product by product, with which rights, and from where; or what they were given themselves. */
export const userReach = query("user.reach", {
  permission: "access.give",
  input: z.object({ id: Id, table: ReachTable }),
  async run({ reader, actor }, { id, table }) {
    const organizationId = actor.organization.id;
    const member = await memberById(reader, organizationId, id);
    const common = {
      organization: actor.organization,
      person: { userId: actor.userId },
      timeZone: actor.timeZone,
      member: { id: member.id, name: member.name, email: member.email, role: member.role },
    };
    const wanted = { ...table, descending: table.sort.startsWith("-") };
    if (table.show === "given") {
      const { total, page, grants } = await listedGrants(
        reader,
        organizationId,
        { membershipId: id },
        wanted,
      );
      return { ...common, table: { ...table, page }, total, show: "given" as const, grants };
    }
    const holder = (await holders(reader, organizationId, [id])).get(id);
    if (!holder) throw new NotFound();
    const { total, page, products } = await productsReached(reader, organizationId, waysOf([holder]), {
      q: table.q,
      by: "name",
      page: wanted,
    });
    return {
      ...common,
      table: { ...table, page },
      total,
      show: "people" as const,
      products: products.map(
        ({ product, inside }): ReachedProduct => ({
          id: product.id,
          name: product.name,
          family: product.family,
          kindNames: product.kindNames,
          givenKind: product.givenKind,
          suite: product.suite,
          lines: reachLines(holder, [product, ...inside]),
        }),
      ),
    };
  },
});

/** What the page of somebody's access shows. */
export type UserReach = Awaited<ReturnType<typeof userReach.execute>>;
