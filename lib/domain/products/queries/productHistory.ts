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
    const things = await reader.rows<{ id: string; name: string; isProduct: boolean }>(
      `WITH products AS (
         SELECT "id", "name" FROM "Subscription"
         WHERE "organizationId" = $1::uuid AND ("id" = $2::uuid OR "partOfId" = $2::uuid))
       SELECT "id"::text, "name", true AS "isProduct" FROM products
       UNION ALL
       SELECT r."id"::text, r."name", false FROM "Resource" r JOIN products p ON p."id" = r."subscriptionId"
       WHERE r."organizationId" = $1::uuid`,
      organizationId,
      id,
    );
    if (things.length === 0) throw new NotFound();
    const about = {
      ids: things.map((thing) => thing.id),
      products: things.filter(({ isProduct }) => isProduct).map(({ name }) => name),
    };
    const lines = await activityPage(reader, { organizationId, about }, { offset: 0, limit: LATEST + 1 });
    return {
      organization: actor.organization,
      timeZone: actor.timeZone,
      lines: lines.slice(0, LATEST),
      isCut: lines.length > LATEST,
    };
  },
});
