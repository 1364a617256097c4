import { z } from "zod";
import { wordsFor } from "@/lib/access/families";
import { query } from "@/lib/pipeline/query";
import { teamDraftById } from "../draft";
import { grantsOf, objectsById, teamById } from "../facts";
import { Id, MOST_AT_ONCE, MOST_TO_SET } from "../inputs";
import { objectsPage } from "../objects";
import { wordsToGive } from "../rules/teams";
import { OBJECTS_TABLE, tableOf } from "../teamsTable";

/**
 * What stands on the page where rights are chosen: each object with its words, and those that the team has. `all` adds
 * everything that the list matches and the team was not given yet; of a team to come it is what its draft has ticked. At
 * most 20 at once.
 */
export const showToSet = query("team.toSet", {
  permission: "access.give",
  input: z.object({
    team: Id.optional(),
    draft: Id.optional(),
    on: z.array(z.string()).max(MOST_AT_ONCE).default([]),
    all: z.boolean().default(false),
    table: tableOf(OBJECTS_TABLE).default(tableOf(OBJECTS_TABLE).parse({})),
  }),
  async run({ reader, actor }, { team: id, draft, on, all, table }) {
    const organizationId = actor.organization.id;
    const team = id === undefined ? null : await teamById(reader, organizationId, id);
    const answers =
      draft === undefined
        ? null
        : await teamDraftById(reader, { organizationId, userId: actor.userId }, draft);
    const given = team ? await grantsOf(reader, organizationId, team.id) : (answers?.access ?? []);
    const rights = new Map(given.map((grant) => [grant.on, grant.rights]));
    const { locale } = actor;
    const chosen = answers?.ticked ?? on;
    const matching = { organizationId, locale, q: table.q, besides: [...rights.keys(), ...chosen] };
    const ticked = (await objectsById(reader, organizationId, locale, chosen)).filter(
      ({ isPart }) => !isPart,
    );
    const found = all
      ? [
          ...ticked,
          ...(await objectsPage(
            reader,
            matching,
            { sort: table.sort, offset: 0, limit: MOST_TO_SET + 1 },
            table.show,
          )),
        ]
      : ticked;
    const objects = found.slice(0, MOST_TO_SET);
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      team,
      isCut: found.length > objects.length,
      objects: objects.map((object) => ({
        ...object,
        choices: wordsToGive(object),
        words: wordsFor(object.type, rights.get(object.on) ?? 0),
      })),
    };
  },
});

export type ToSetView = Awaited<ReturnType<typeof showToSet.execute>>;
