import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { containing, personMatches } from "@/lib/platform/search";
import { objectByRef } from "../facts/access";
import { ObjectReference } from "../inputs";
import { type HolderFacts, mayBeGiven } from "../rules/access";

/** Somebody, or a team, that something could be given to; with what speaks against it. */
export type FoundHolder = HolderFacts & {
  id: string;
  name: string;
  email: string | null;
  refusals: readonly string[];
};

/** At most this many are offered: the search narrows. */
const OFFERED = 12;

/** Members, teams and open invitations to give something to, by name or address (USR-11, TEAM-2). */
export const findHolders = query("access.holders", {
  permission: "access.give",
  input: z.object({ on: ObjectReference, q: z.string().max(200) }),
  async run({ reader, actor }, { on, q }) {
    const organizationId = actor.organization.id;
    const object = await objectByRef(reader, organizationId, on);
    const pattern = containing(q);
    const found = await reader.rows<Omit<FoundHolder, "refusals"> & { hasAlready: boolean }>(
      `SELECT h.*, EXISTS (SELECT 1 FROM "AccessGrant" g WHERE g."organizationId" = $1::uuid
           AND coalesce(g."membershipId", g."teamId", g."invitationId") = h."id"
           AND coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey") = $3) AS "hasAlready"
       FROM (
         (SELECT 'team' AS "as", t."id", t."name", NULL AS "email", NULL::"Role" AS "role", true AS "isThere", 0 AS "position", lower(t."name") AS "sortName"
          FROM "Team" t WHERE t."organizationId" = $1::uuid AND t."endedAt" IS NULL AND lower(t."name") LIKE $2
          ORDER BY lower(t."name") LIMIT ${OFFERED})
         UNION ALL
         (SELECT 'member', m."id", btrim(u."firstName" || ' ' || u."lastName"), u."email", m."role", true, 1, m."nameKey"
          FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
          WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL
            AND ${personMatches("$2")}
          ORDER BY m."nameKey", m."id" LIMIT ${OFFERED})
         UNION ALL
         (SELECT 'invitation', i."id", i."email", i."email", i."role", true, 2, i."email"
          FROM "Invitation" i WHERE i."organizationId" = $1::uuid AND i."status" = 'PENDING' AND i."email" LIKE $2
          ORDER BY i."email" LIMIT ${OFFERED})
       ) h ORDER BY h."position", h."sortName", h."id"`,
      organizationId,
      pattern,
      on.id,
    );
    return {
      object,
      holders: found.map(({ hasAlready, ...holder }): FoundHolder => {
        const { as, id, name, email, role, isThere } = holder;
        return {
          as,
          id,
          name,
          email,
          role,
          isThere,
          refusals: mayBeGiven({ holder, object, hasAlready }).refusals,
        };
      }),
    };
  },
});
