import { asOwner } from "../../support/database";

/** What is wrong with an organization's teams, whatever happened to them. */
export async function teamFaults(organizationId: string): Promise<string[]> {
  const [row] = await asOwner<{ ended: number; former: number; granted: number }>(
    `SELECT (SELECT count(*) FROM "TeamMember" x JOIN "Team" t ON t."id" = x."teamId"
             WHERE x."organizationId" = $1 AND t."endedAt" IS NOT NULL)::int AS "ended",
            (SELECT count(*) FROM "TeamMember" x JOIN "Membership" m ON m."id" = x."membershipId"
             WHERE x."organizationId" = $1 AND m."endedAt" IS NOT NULL)::int AS "former",
            (SELECT count(*) FROM "AccessGrant" g JOIN "Team" t ON t."id" = g."teamId"
             WHERE g."organizationId" = $1 AND t."endedAt" IS NOT NULL)::int AS "granted"`,
    [organizationId],
  );
  return [
    ...(row?.ended === 0 ? [] : ["somebody is in a deleted team"]),
    ...(row?.former === 0 ? [] : ["a former member is in a team"]),
    ...(row?.granted === 0 ? [] : ["a deleted team has access"]),
  ];
}
