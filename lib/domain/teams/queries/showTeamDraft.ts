import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";
import { EMPTY_TEAM, teamDraftById, teamDraftIfBegun } from "../draft";
import { candidatesById, goneMembers, goneObjects, objectsById } from "../facts";
import { Id } from "../inputs";

/**
 * A step of "New team": what was answered so far, in names. Without a draft, the empty beginning; the first step has
 * its id in the address before anything is kept under it (`begins`).
 */
export const showTeamDraft = query("team.draft", {
  permission: "team.manage",
  input: z.object({ draft: Id.optional(), begins: z.boolean().default(false) }),
  async run({ reader, actor }, { draft, begins }) {
    const organizationId = actor.organization.id;
    const own = { organizationId, userId: actor.userId };
    const answers =
      draft === undefined
        ? EMPTY_TEAM
        : begins
          ? ((await teamDraftIfBegun(reader, own, draft)) ?? EMPTY_TEAM)
          : await teamDraftById(reader, own, draft);
    const mayGive = permits(actor.standing, "access.give");
    const { access, ticked } = mayGive ? answers : EMPTY_TEAM;
    const rights = new Map(access.map((grant) => [grant.on, grant.rights]));
    const on = [...access.map((grant) => grant.on), ...ticked];
    const objects = await objectsById(reader, organizationId, actor.locale, on);
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      draft: draft ?? null,
      answers,
      mayGive,
      access: objects.flatMap((object) => {
        const bits = rights.get(object.on);
        return bits === undefined ? [] : [{ ...object, rights: bits }];
      }),
      /** Ticked, and not given as long as it has no rights. */
      withoutRights: objects.filter((object) => !rights.has(object.on)),
      people: await candidatesById(reader, organizationId, null, answers.members),
      /** Chosen, and no longer there: the team is made without them. */
      gone: [
        ...(await goneMembers(reader, organizationId, answers.members)),
        ...(await goneObjects(reader, organizationId, [...rights.keys()])),
      ],
    };
  },
});

export type TeamDraftView = Awaited<ReturnType<typeof showTeamDraft.execute>>;
