import { z } from "zod";
import { Id } from "@/lib/domain/organizations/inputs";
import { activityPage } from "@/lib/domain/organizations/queries/activityLog";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";

/** How many of the latest changes the page of a product tells. */
const LATEST = 50;

/** What was done to a product, its parts and what is inside them, latest first (COMP-4). */
export const productHistory = query("product.history", {
  permission: "activity.view",
  input: z.object({ id: Id }),
  async run({ reader, actor }, { id }) {
    const organizationId = actor.organization.id;
    const products = await reader.rows<{ id: string }>(
      `SELECT "id" FROM "Subscription" WHERE "organizationId" = $1::uuid AND ("id" = $2::uuid OR "partOfId" = $2::uuid)`,
      organizationId,
      id,
    );
    if (products.length === 0) throw new NotFound();
    const about = { organizationId, products: products.map((product) => product.id) };
    const lines = await activityPage(reader, about, { offset: 0, limit: LATEST + 1 });
    return {
      organization: actor.organization,
      timeZone: actor.timeZone,
      lines: lines.slice(0, LATEST),
      isCut: lines.length > LATEST,
    };
  },
});
