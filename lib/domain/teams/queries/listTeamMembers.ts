import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { teamById } from "../facts";
import { Id } from "../inputs";
import { tableOfPeople } from "../people";
import { MEMBERS_TABLE, tableOf } from "../teamsTable";

/** Who is in a team, leaders named (TEAM-1, TEAM-3). */
export const listTeamMembers = query("team.members", {
  permission: "team.view",
  input: z.object({ id: Id, table: tableOf(MEMBERS_TABLE) }),
  async run({ reader, actor }, { id, table }) {
    const organizationId = actor.organization.id;
    await teamById(reader, organizationId, id);
    const of = { organizationId, teamId: id, inTeam: true, q: table.q };
    return tableOfPeople(reader, of, table);
  },
});

export type TeamMembersView = Awaited<ReturnType<typeof listTeamMembers.execute>>;
