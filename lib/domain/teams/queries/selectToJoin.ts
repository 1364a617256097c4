import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { teamDraftById } from "../draft";
import { Id, MOST_AT_ONCE } from "../inputs";
import { peoplePage } from "../people";

/**
 * The people whom a selection in "New team" stands for, before they are chosen: those named, or everybody whom the
 * search finds and who was not chosen yet; at most 500.
 */
export const selectToJoin = query("team.selection", {
  permission: "team.manage",
  input: z.object({
    draft: Id,
    ids: z.array(Id).max(MOST_AT_ONCE),
    all: z.boolean(),
    q: z.string().max(200).default(""),
  }),
  async run({ reader, actor }, { draft, ids, all, q }) {
    const organizationId = actor.organization.id;
    const { members } = await teamDraftById(reader, { organizationId, userId: actor.userId }, draft);
    const wanted = all ? { q: q.trim() } : { q: "", only: ids };
    const people = await peoplePage(
      reader,
      { organizationId, teamId: null, inTeam: false, besides: members, ...wanted },
      { sort: "name", offset: 0, limit: MOST_AT_ONCE + 1 },
    );
    return {
      people: people.slice(0, MOST_AT_ONCE).map(({ id, name }) => ({ id, name })),
      isCut: people.length > MOST_AT_ONCE,
    };
  },
});
