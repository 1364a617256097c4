import { z } from "zod";
import { wordsFor } from "@/lib/access/families";
import { query } from "@/lib/pipeline/query";
import { teamDraftById } from "../draft";
import { grantsOf, objectsById, teamById } from "../facts";
import { Id, MOST_AT_ONCE } from "../inputs";
import { wordsToGive } from "../rules/teams";

/** What stands on the page where rights are chosen: each object with its words, and those that the team has. */
export const showToSet = query("team.toSet", {
  permission: "team.manage",
  input: z.object({ team: Id.optional(), draft: Id.optional(), on: z.array(z.string()).max(MOST_AT_ONCE) }),
  async run({ reader, actor }, { team: id, draft, on }) {
    const organizationId = actor.organization.id;
    const team = id === undefined ? null : await teamById(reader, organizationId, id);
    const answers =
      draft === undefined
        ? null
        : await teamDraftById(reader, { organizationId, userId: actor.userId }, draft);
    const given = team ? await grantsOf(reader, organizationId, team.id) : (answers?.access ?? []);
    const rights = new Map(given.map((grant) => [grant.on, grant.rights]));
    const objects = (await objectsById(reader, organizationId, actor.locale, on)).filter(
      ({ isPart }) => !isPart,
    );
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      team,
      objects: objects.map((object) => ({
        ...object,
        choices: wordsToGive(object),
        words: wordsFor(object.type, rights.get(object.on) ?? 0),
      })),
    };
  },
});

export type ToSetView = Awaited<ReturnType<typeof showToSet.execute>>;
