import { z } from "zod";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { namesOf } from "@/lib/pipeline/results";
import { asGrants, checkedSettings, chosenWithoutRight } from "../access";
import {
  beginTeamDraft,
  EMPTY_TEAM,
  keepTeamDraft,
  type TeamAnswers,
  teamDraftById,
  teamDraftIfBegun,
} from "../draft";
import { candidatesById, goneMembers, isNameTaken } from "../facts";
import { Chosen, Id, MOST_AT_ONCE, MOST_TO_SET, Settings, TeamNames, Ticked, wordsByObject } from "../inputs";
import { objectsPage } from "../objects";
import { peoplePage } from "../people";
import { grantsAfter } from "../rules/holdings";
import { mayLeadTeam, mayNameTeam } from "../rules/teams";
import { OBJECT_GROUPS } from "../teamsTable";

const Search = z.string().trim().max(200).default("");

const Step = z.discriminatedUnion("step", [
  z.object({ step: z.literal("name"), draft: Id, ...TeamNames.shape }),
  z.object({
    step: z.literal("ticks"),
    draft: Id,
    /** Everything that is ticked, on whichever page. */
    id: Ticked,
    /** Everything that the list finds, beside it. */
    all: z.string().optional(),
    q: Search,
    show: z.enum(OBJECT_GROUPS).default("products"),
  }),
  z.object({
    step: z.literal("access"),
    draft: Id,
    ...Settings.shape,
    /** Another step that is gone to: what has no right yet stays ticked. */
    go: z.string().optional(),
  }),
  z.object({
    step: z.literal("members"),
    draft: Id,
    /** Who was on the page, and who of them is ticked: whoever was chosen on another page stays. */
    shown: Chosen,
    id: Chosen,
    /** Everybody whom the search finds, beside those. */
    all: z.string().optional(),
    q: Search,
  }),
  z.object({ step: z.literal("leaders"), draft: Id, leaders: Chosen }),
]);

/** The steps of "New team": name and colour, what it reaches, who is in it and leads it. Nothing is given before the last one. */
export const draftTeam = command("team.drafted", {
  permission: "team.manage",
  input: Step,
  async run({ tx, actor, now, demand }, answer) {
    const { draft } = answer;
    const organizationId = actor.organization.id;
    const own = { organizationId, userId: actor.userId };
    const keep = async (answers: TeamAnswers) => {
      await keepTeamDraft(tx, own, draft, answers, now);
      return { result: { draft, ticked: answers.ticked.length }, audit: [] };
    };
    if (answer.step === "name") {
      const { name, colour, description } = answer;
      const [refusal] = mayNameTeam({ isTaken: await isNameTaken(tx, organizationId, name, null) }).refusals;
      const kept = await teamDraftIfBegun(tx, own, draft);
      if (!kept) await beginTeamDraft(tx, own, draft, EMPTY_TEAM, now);
      if (refusal) throw new Refused([refusal], "name");
      return keep({ ...(kept ?? EMPTY_TEAM), name, colour, description });
    }
    const kept = await teamDraftById(tx, own, draft);
    if (answer.step === "ticks" || answer.step === "access") demand("access.give");
    if (answer.step === "ticks") {
      const besides = [...kept.access.map(({ on }) => on), ...answer.id];
      const place = { sort: "name", offset: 0, limit: MOST_TO_SET };
      const of = { organizationId, locale: actor.locale, q: answer.q, besides };
      const found = answer.all ? await objectsPage(tx, of, place, answer.show) : [];
      return keep({ ...kept, ticked: [...new Set([...answer.id, ...found.map(({ on }) => on)])] });
    }
    if (answer.step === "access") {
      const words = wordsByObject(answer);
      const settings = await checkedSettings(tx, actor, words);
      if (!answer.go && chosenWithoutRight(kept.access, settings).length > 0)
        throw new Refused(["choose_what_is_given"]);
      const ticked = kept.ticked.filter((on) => !words.get(on)?.length);
      return keep({ ...kept, ticked, access: grantsAfter(kept.access, asGrants(settings)) });
    }
    if (answer.step === "leaders") {
      const leaders = [...new Set(answer.leaders)];
      const asLeader = (id: string) => ({
        isInTeam: kept.members.includes(id),
        leads: false,
        willLead: true,
      });
      const refused = leaders.filter((id) =>
        mayLeadTeam(asLeader(id)).refusals.includes("leader_is_no_member"),
      );
      if (refused.length > 0) {
        const about = namesOf([
          ...(await candidatesById(tx, organizationId, null, refused)),
          ...(await goneMembers(tx, organizationId, refused)),
        ]);
        throw new Refused(["leader_is_no_member"], "leaders", about);
      }
      return keep({ ...kept, leaders });
    }
    const found = await candidatesById(tx, organizationId, null, answer.id);
    // Whoever left since the page was shown is kept too: the last step says that they are left out.
    const gone = await goneMembers(tx, organizationId, answer.id);
    if (found.length + gone.length < new Set(answer.id).size) throw new Refused(["person_no_longer_here"]);
    const everybody = { organizationId, teamId: null, inTeam: false, q: answer.q };
    const matching = answer.all
      ? await peoplePage(tx, everybody, { sort: "name", offset: 0, limit: MOST_AT_ONCE })
      : [];
    const shown = new Set(answer.shown);
    const others = kept.members.filter((id) => !shown.has(id));
    const members = [...new Set([...others, ...[...found, ...gone, ...matching].map(({ id }) => id)])];
    return keep({ ...kept, members, leaders: kept.leaders.filter((id) => members.includes(id)) });
  },
});
