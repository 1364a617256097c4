import type { Grant, Holder, TeamHolding } from "@/lib/access/resolution";
import type { Role } from "@/lib/access/roles";
import type { Reader } from "@/lib/platform/database";
import { GRANTED } from "@/lib/platform/holdings";

/** What invited people will have once they accept: their role, what was promised to them, and their teams. */
export async function invitedHolders(
  reader: Reader,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, Holder>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{
    id: string;
    role: Role;
    grants: Grant[] | null;
    teams: TeamHolding[] | null;
  }>(
    `SELECT i."id", i."role",
            (SELECT jsonb_agg(${GRANTED}) FROM "AccessGrant" g
             WHERE g."organizationId" = i."organizationId" AND g."invitationId" = i."id") AS "grants",
            (SELECT jsonb_agg(jsonb_build_object('id', t."id", 'name', t."name", 'grants', coalesce(
               (SELECT jsonb_agg(${GRANTED}) FROM "AccessGrant" g
                WHERE g."organizationId" = t."organizationId" AND g."teamId" = t."id"), '[]')) ORDER BY t."name")
             FROM "InvitationTeam" x JOIN "Team" t ON t."organizationId" = x."organizationId" AND t."id" = x."teamId"
             WHERE x."organizationId" = i."organizationId" AND x."invitationId" = i."id") AS "teams"
     FROM "Invitation" i
     WHERE i."organizationId" = $1::uuid AND i."id" = ANY ($2::uuid[]) AND i."status" = 'PENDING'`,
    organizationId,
    ids,
  );
  return new Map(
    rows.map(({ id, role, grants, teams }) => [id, { role, grants: grants ?? [], teams: teams ?? [] }]),
  );
}
