import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { Id } from "../inputs";
import { teamToChange } from "../managing";
import { tableOfPeople } from "../people";
import { PEOPLE_TABLE, tableOf } from "../teamsTable";

/** Who is not in a team yet, or could be in a team to come; externals too (TEAM-3). */
export const listToJoin = query("team.toJoin", {
  permission: "team.manage",
  input: z.object({ team: Id.optional(), table: tableOf(PEOPLE_TABLE) }),
  async run({ reader, actor, demand }, { team: id, table }) {
    const organizationId = actor.organization.id;
    const team = id === undefined ? null : await teamToChange(reader, { actor, demand }, id);
    const of = { organizationId, teamId: team?.id ?? null, inTeam: false, q: table.q };
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      team,
      ...(await tableOfPeople(reader, of, table)),
    };
  },
});

export type ToJoinView = Awaited<ReturnType<typeof listToJoin.execute>>;
