import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { FAMILIES, type Family, type ResourceType } from "@/lib/access/families";
import { Id } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { reaches } from "@/lib/pipeline/reach";

type Row = {
  id: string;
  name: string;
  family: Family;
  kind: string;
  suite: { id: string; name: string } | null;
  ended: boolean;
};

/** What stands above every page of a product: what it is, and which pages it has for the reader. */
export const productHead = query("product.head", {
  permission: "product.open",
  input: z.object({ id: Id }),
  product: ({ id }) => id,
  async run({ reader, actor }, { id }) {
    const { standing, locale } = actor;
    const [row] = await reader.rows<Row>(
      `SELECT s."id", s."name", k."family", coalesce(k."names"->>$3::text, k."names"->>'en') AS "kind",
              CASE WHEN p."id" IS NOT NULL THEN jsonb_build_object('id', p."id", 'name', p."name") END AS "suite",
              s."endedAt" IS NOT NULL AS "ended"
       FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
       LEFT JOIN "Subscription" p ON p."organizationId" = s."organizationId" AND p."id" = s."partOfId"
       WHERE s."organizationId" = $1::uuid AND s."id" = $2::uuid`,
      actor.organization.id,
      id,
      locale,
    );
    if (!row || row.ended) throw new NotFound();
    const { ended, suite, ...product } = row;
    const holds: readonly ResourceType[] = FAMILIES[product.family].holds;
    return {
      organization: actor.organization,
      product,
      isPart: suite !== null,
      /** Named only for those for whom it opens. */
      suite: suite && (await reaches(reader, actor, "product.open", suite.id)) ? suite : null,
      sees: {
        list: permits(standing, "product.view"),
        access: permits(standing, "access.give"),
        resources: holds.length > 0 && (await reaches(reader, actor, "product.manage", id)),
        renewal: permits(standing, "product.view"),
        history: permits(standing, "activity.view"),
      },
    };
  },
});

export type ProductHead = Awaited<ReturnType<typeof productHead.execute>>;
