import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { memberById } from "@/lib/domain/organizations/facts";
import { query } from "@/lib/pipeline/query";
import { RESOURCES } from "../facts";
import { Id } from "../inputs";
import { mayChange } from "../managing";
import type { TeamColour } from "../rules/teams";

/** The teams that somebody is in (TEAM-3). */
export const teamsOfUser = query("user.teams", {
  permission: "team.view",
  input: z.object({ id: Id }),
  async run({ reader, actor }, { id }) {
    const organizationId = actor.organization.id;
    const { name } = await memberById(reader, organizationId, id);
    const teams = await reader.rows<{
      id: string;
      name: string;
      colour: TeamColour;
      isLeader: boolean;
      since: Date;
      resources: number;
    }>(
      `SELECT t."id", t."name", t."colour", x."isLeader", x."joinedAt" AS "since", ${RESOURCES} AS "resources"
       FROM "TeamMember" x JOIN "Team" t ON t."organizationId" = x."organizationId" AND t."id" = x."teamId"
       WHERE x."organizationId" = $1::uuid AND x."membershipId" = $2::uuid ORDER BY lower(t."name"), t."id"`,
      organizationId,
      id,
    );
    return {
      organization: actor.organization,
      user: { id, name },
      timeZone: actor.timeZone,
      teams: teams.map((team) => ({ ...team, mayChange: mayChange(actor.standing, team) })),
      mayManage: permits(actor.standing, "team.manage"),
    };
  },
});
