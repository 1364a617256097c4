import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";
import { containing } from "@/lib/platform/search";
import { RESOURCES } from "../facts";
import { Id } from "../inputs";
import { mayChange } from "../managing";
import type { TeamColour } from "../rules/teams";
import { TEAMS_TABLE, tableOf } from "../teamsTable";

type TeamLine = {
  id: string;
  name: string;
  colour: TeamColour;
  /** The first leaders by name, and how many there are. */
  leaders: string[];
  leading: number;
  members: number;
  resources: number;
};

const SHOWN_LEADERS = 2;
const SORTS: Record<string, string> = {
  name: 'lower("name")',
  members: '"members"',
  resources: '"resources"',
};

/** The teams of an organization (TEAM-1); with `without` those that this member is not in. */
export const listTeams = query("teams", {
  permission: "team.view",
  input: z.object({ table: tableOf(TEAMS_TABLE), without: Id.optional() }),
  async run({ reader, actor }, { table, without }) {
    const matching = `
      FROM "Team" t WHERE t."organizationId" = $1::uuid AND t."endedAt" IS NULL
        AND ($2::text IS NULL OR lower(t."name") LIKE $2 OR lower(t."description") LIKE $2)
        AND ($3::uuid IS NULL OR NOT EXISTS (SELECT 1 FROM "TeamMember" x
          WHERE x."organizationId" = t."organizationId" AND x."teamId" = t."id" AND x."membershipId" = $3::uuid))`;
    const values = [actor.organization.id, table.q === "" ? null : containing(table.q), without ?? null];
    const [counted] = await reader.rows<{ total: number }>(
      `SELECT count(*)::int AS "total" ${matching}`,
      ...values,
    );
    const total = counted?.total ?? 0;
    const page = Math.min(table.page, Math.max(1, Math.ceil(total / table.size)));
    const direction = table.sort.startsWith("-") ? "DESC" : "ASC";
    const lines = await reader.rows<TeamLine>(
      `SELECT teams.*, led."count" AS "leading", coalesce(led."names", '{}') AS "leaders" FROM (
         SELECT t."id", t."name", t."colour",
                (SELECT count(*)::int FROM "TeamMember" x WHERE x."teamId" = t."id") AS "members",
                ${RESOURCES} AS "resources"
         ${matching} ORDER BY ${SORTS[table.sort.replace("-", "")]} ${direction}, t."id" ${direction}
         LIMIT ${table.size} OFFSET ${(page - 1) * table.size}) teams
       LEFT JOIN LATERAL (
         SELECT count(*)::int, (array_agg(btrim(u."firstName" || ' ' || u."lastName") ORDER BY m."nameKey"))[1:${SHOWN_LEADERS}] AS "names"
         FROM "TeamMember" x JOIN "Membership" m ON m."organizationId" = x."organizationId" AND m."id" = x."membershipId"
         JOIN "User" u ON u."id" = m."userId" WHERE x."teamId" = teams."id" AND x."isLeader") led ON true
       ORDER BY ${SORTS[table.sort.replace("-", "")]} ${direction}, "id" ${direction}`,
      ...values,
    );
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      table: { ...table, page },
      total,
      lines: lines.map((team) => ({ ...team, mayChange: mayChange(actor.standing, team) })),
      mayManage: permits(actor.standing, "team.manage"),
    };
  },
});

export type TeamsView = Awaited<ReturnType<typeof listTeams.execute>>;
