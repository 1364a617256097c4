import type { ObjectType } from "@/lib/access/families";
import type { Reader } from "@/lib/platform/database";

/** What accepting an invitation gives beside the role, in names. */
export type Promised = {
  /** A product or something inside one; `kindNames` instead of a name for all of a kind, future ones included. */
  things: { type: ObjectType; name: string; kindNames: Record<string, string> | null; rights: number }[];
  teams: string[];
};

export const NOTHING_PROMISED: Promised = { things: [], teams: [] };

/** What these invitations carry, by invitation; those that carry nothing are left out. */
export async function promisesOf(
  reader: Reader,
  organizationId: string,
  invitationIds: readonly string[],
): Promise<Map<string, Promised>> {
  if (invitationIds.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; things: Promised["things"] | null; teams: string[] | null }>(
    `SELECT * FROM (
       SELECT i."id",
              (SELECT jsonb_agg(jsonb_build_object('type', coalesce(r."type"::text, 'PRODUCT'),
                        'name', coalesce(s."name", r."name", ''), 'kindNames', k."names", 'rights', g."rights")
                        ORDER BY lower(coalesce(s."name", r."name")), k."position")
               FROM "AccessGrant" g
               LEFT JOIN "Subscription" s ON s."organizationId" = g."organizationId" AND s."id" = g."subscriptionId"
               LEFT JOIN "Resource" r ON r."organizationId" = g."organizationId" AND r."id" = g."resourceId"
               LEFT JOIN "ProductKind" k ON k."key" = g."kindKey"
               WHERE g."organizationId" = i."organizationId" AND g."invitationId" = i."id") AS "things",
              (SELECT jsonb_agg(t."name" ORDER BY lower(t."name"))
               FROM "InvitationTeam" x JOIN "Team" t ON t."organizationId" = x."organizationId" AND t."id" = x."teamId"
               WHERE x."organizationId" = i."organizationId" AND x."invitationId" = i."id") AS "teams"
       FROM "Invitation" i WHERE i."organizationId" = $1::uuid AND i."id" = ANY ($2::uuid[])
     ) p WHERE "things" IS NOT NULL OR "teams" IS NOT NULL`,
    organizationId,
    invitationIds,
  );
  return new Map(rows.map(({ id, things, teams }) => [id, { things: things ?? [], teams: teams ?? [] }]));
}

/** Those of these invitations that give access to anything: themselves, or by a team that reaches something. */
export async function carryingAccess(
  reader: Reader,
  organizationId: string,
  invitationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (invitationIds.length === 0) return new Set();
  const rows = await reader.rows<{ id: string }>(
    `SELECT g."invitationId" AS "id" FROM "AccessGrant" g
     WHERE g."organizationId" = $1::uuid AND g."invitationId" = ANY ($2::uuid[])
     UNION
     SELECT x."invitationId" FROM "InvitationTeam" x
     JOIN "AccessGrant" g ON g."organizationId" = x."organizationId" AND g."teamId" = x."teamId"
     WHERE x."organizationId" = $1::uuid AND x."invitationId" = ANY ($2::uuid[])`,
    organizationId,
    invitationIds,
  );
  return new Set(rows.map(({ id }) => id));
}
