import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { teamDraftById } from "../draft";
import { grantsOf, teamById } from "../facts";
import { Id } from "../inputs";
import { tableOfObjects } from "../objects";
import { OBJECTS_TABLE, tableOf } from "../teamsTable";

/** What a team, or a team to come, was not given yet: products, all of a kind, and what is inside products. */
export const listToGive = query("team.toGive", {
  permission: "team.manage",
  input: z.object({ team: Id.optional(), draft: Id.optional(), table: tableOf(OBJECTS_TABLE) }),
  async run({ reader, actor }, { team: id, draft, table }) {
    const organizationId = actor.organization.id;
    const team = id === undefined ? null : await teamById(reader, organizationId, id);
    const answers =
      draft === undefined
        ? null
        : await teamDraftById(reader, { organizationId, userId: actor.userId }, draft);
    const given = team ? await grantsOf(reader, organizationId, team.id) : (answers?.access ?? []);
    const of = { organizationId, locale: actor.locale, q: table.q, besides: given.map(({ on }) => on) };
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      team,
      ...(await tableOfObjects(reader, of, table, table.show)),
    };
  },
});

export type ToGiveView = Awaited<ReturnType<typeof listToGive.execute>>;
