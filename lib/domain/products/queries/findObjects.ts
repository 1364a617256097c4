import { z } from "zod";
import type { ObjectType } from "@/lib/access/families";
import { query } from "@/lib/pipeline/query";
import { containing } from "@/lib/platform/search";
import { HAS_KIND, IS_KIND_OFFERED, ONLY_IN_SUITES } from "../facts";
import { holderByRef } from "../facts/access";
import { HolderReference } from "../inputs";
import { mayBeGiven, type ObjectFacts } from "../rules/access";

/** Something that could be given; with what speaks against it. */
export type FoundObject = ObjectFacts & {
  id: string;
  name: string;
  kindNames: Readonly<Record<string, string>>;
  productName: string | null;
  refusals: readonly string[];
};

type Row = Omit<FoundObject, "refusals"> & { hasAlready: boolean; type: ObjectType };

/** At most this many of each sort are offered: the search narrows. */
const OFFERED = 12;

/** Kinds are few, and all are offered, as they are to teams. */
const KINDS_OFFERED = 50;

/** Products, kinds of products and what is inside them, to give to somebody (USR-11, USR-14). */
export const findObjects = query("access.objects", {
  permission: "access.give",
  input: z.object({ holder: HolderReference, q: z.string().max(200) }),
  async run({ reader, actor }, { holder: to, q }) {
    const organizationId = actor.organization.id;
    const holder = await holderByRef(reader, organizationId, to);
    const pattern = containing(q);
    const found = await reader.rows<Row>(
      `SELECT o.*, EXISTS (SELECT 1 FROM "AccessGrant" g WHERE g."organizationId" = $1::uuid
           AND coalesce(g."membershipId", g."teamId", g."invitationId") = $3::uuid
           AND coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey") = o."id") AS "hasAlready"
       FROM (
         (SELECT 'product' AS "as", 'PRODUCT' AS "type", s."id"::text AS "id", s."name", k."names" AS "kindNames", k."family",
                 NULL AS "productName", true AS "isThere", false AS "isPart", 0 AS "place"
          FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
          WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL AND s."partOfId" IS NULL
            AND (lower(s."name") LIKE $2 OR lower(k."names"::text) LIKE $2)
          ORDER BY lower(s."name"), s."id" LIMIT ${OFFERED})
         UNION ALL
         (SELECT 'resource', r."type"::text, r."id"::text, r."name", k."names", k."family", s."name", true, false, 1
          FROM "Resource" r JOIN "Subscription" s ON s."organizationId" = r."organizationId" AND s."id" = r."subscriptionId"
          JOIN "ProductKind" k ON k."key" = s."kindKey"
          WHERE r."organizationId" = $1::uuid AND r."endedAt" IS NULL
            AND (lower(r."name") LIKE $2 OR lower(s."name") LIKE $2)
          ORDER BY lower(r."name"), r."id" LIMIT ${OFFERED})
         UNION ALL
         (SELECT 'kind', 'PRODUCT', k."key", '', k."names", k."family", NULL, true, false, CASE WHEN ${HAS_KIND} THEN 2 ELSE 3 END
          FROM "ProductKind" k
          WHERE lower(k."names"::text) LIKE $2 AND ${IS_KIND_OFFERED} AND NOT ${ONLY_IN_SUITES}
          ORDER BY NOT ${HAS_KIND}, k."position", k."key" LIMIT ${KINDS_OFFERED})
       ) o ORDER BY o."place", lower(o."name"), o."id"`,
      organizationId,
      pattern,
      to.id,
    );
    return {
      holder,
      objects: found.map(({ hasAlready, ...object }): FoundObject => {
        const { as, type, id, name, kindNames, family, productName, isThere, isPart } = object;
        const facts = { as, type, family, isThere, isPart };
        const { refusals } = mayBeGiven({ holder, object: facts, hasAlready });
        return { ...facts, id, name, kindNames, productName, refusals };
      }),
    };
  },
});
