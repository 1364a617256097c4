import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { teamDraftById } from "../draft";
import { grantsOf, objectsById, teamById } from "../facts";
import { Id, MOST_AT_ONCE } from "../inputs";
import { tableOfObjects } from "../objects";
import { OBJECTS_TABLE, tableOf } from "../teamsTable";

/** What a team, or a team to come, was not given yet: products, all of a kind, and what is inside products. */
export const listToGive = query("team.toGive", {
  permission: "access.give",
  input: z.object({
    team: Id.optional(),
    draft: Id.optional(),
    /** What is ticked already, on whichever page; a team to come keeps it in its draft. */
    on: z.array(z.string()).max(MOST_AT_ONCE).default([]),
    table: tableOf(OBJECTS_TABLE),
  }),
  async run({ reader, actor }, { team: id, draft, on, table }) {
    const organizationId = actor.organization.id;
    const team = id === undefined ? null : await teamById(reader, organizationId, id);
    const answers =
      draft === undefined
        ? null
        : await teamDraftById(reader, { organizationId, userId: actor.userId }, draft);
    const given = team ? await grantsOf(reader, organizationId, team.id) : (answers?.access ?? []);
    const of = { organizationId, locale: actor.locale, q: table.q, besides: given.map((grant) => grant.on) };
    const had = new Set(of.besides);
    const ticked = await objectsById(reader, organizationId, actor.locale, answers?.ticked ?? on);
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      team,
      ticked: ticked.filter((one) => !one.isPart && !had.has(one.on)),
      ...(await tableOfObjects(reader, of, table, table.show)),
    };
  },
});

export type ToGiveView = Awaited<ReturnType<typeof listToGive.execute>>;
