import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";
import { teamById } from "../facts";
import { Id } from "../inputs";
import { mayChange } from "../managing";

/** One team: what names it, its leaders, and how much there is of it (TEAM-1). */
export const showTeam = query("team", {
  permission: "team.view",
  input: z.object({ id: Id }),
  async run({ reader, actor }, { id }) {
    const organizationId = actor.organization.id;
    const team = await teamById(reader, organizationId, id);
    const leaders = await reader.rows<{ id: string; name: string; email: string }>(
      `SELECT m."id", btrim(u."firstName" || ' ' || u."lastName") AS "name", u."email"
       FROM "TeamMember" x JOIN "Membership" m ON m."organizationId" = x."organizationId" AND m."id" = x."membershipId"
       JOIN "User" u ON u."id" = m."userId"
       WHERE x."organizationId" = $1::uuid AND x."teamId" = $2::uuid AND x."isLeader" ORDER BY m."nameKey", m."id" LIMIT 20`,
      organizationId,
      id,
    );
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      timeZone: actor.timeZone,
      team,
      leaders,
      mayManage: permits(actor.standing, "team.manage"),
      mayGive: permits(actor.standing, "access.give"),
      /** Who is in it, and whether it stays. */
      mayChange: mayChange(actor.standing, team),
    };
  },
});

export type ShownTeam = Awaited<ReturnType<typeof showTeam.execute>>;
