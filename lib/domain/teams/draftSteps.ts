import { z } from "zod";
import { Refused } from "@/lib/kernel/failures";
import { namesOf } from "@/lib/pipeline/results";
import type { Reader } from "@/lib/platform/database";
import { asGrants, checkedSettings, chosenWithoutRight } from "./access";
import type { TeamAnswers } from "./draft";
import { candidatesById, goneMembers } from "./facts";
import { Chosen, Id, MOST_AT_ONCE, MOST_TO_SET, Settings, TeamNames, Ticked, wordsByObject } from "./inputs";
import type { Acting } from "./managing";
import { objectsPage } from "./objects";
import { peoplePage } from "./people";
import { grantsAfter } from "./rules/holdings";
import { mayLeadTeam } from "./rules/teams";
import { OBJECT_GROUPS } from "./teamsTable";

const Search = z.string().trim().max(200).default("");

/** What a step of "New team" sends. */
export const TeamStep = z.discriminatedUnion("step", [
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

/** A draft, as it is kept, and who goes on with it. */
export type Drafting = Acting & { reader: Reader; kept: TeamAnswers };

type TeamStep = z.output<typeof TeamStep>;
type Answer<Step extends TeamStep["step"]> = Extract<TeamStep, { step: Step }>;

/** What is ticked to be reached: by hand, and everything that the list finds where that is asked for. */
export async function withTicks(
  { reader, actor, demand, kept }: Drafting,
  { id: ticked, all, q, show }: Answer<"ticks">,
): Promise<TeamAnswers> {
  demand("access.give");
  const besides = [...kept.access.map(({ on }) => on), ...ticked];
  const found = all
    ? await objectsPage(
        reader,
        { organizationId: actor.organization.id, locale: actor.locale, q, besides },
        { sort: "name", offset: 0, limit: MOST_TO_SET },
        show,
      )
    : [];
  return { ...kept, ticked: [...new Set([...ticked, ...found.map(({ on }) => on)])] };
}

/** Which rights it gets on what. Going elsewhere keeps what has no right yet ticked; going on asks for one. */
export async function withAccess(
  { reader, actor, demand, kept }: Drafting,
  answer: Answer<"access">,
): Promise<TeamAnswers> {
  demand("access.give");
  const words = wordsByObject(answer);
  const settings = await checkedSettings(reader, actor, words);
  if (!answer.go && chosenWithoutRight(kept.access, settings).length > 0)
    throw new Refused(["choose_what_is_given"]);
  const ticked = kept.ticked.filter((on) => !words.get(on)?.length);
  return { ...kept, ticked, access: grantsAfter(kept.access, asGrants(settings)) };
}

/** Who will be in it. Whoever left since the page was shown is kept: the last step says that they are left out. */
export async function withMembers(
  { reader, actor, kept }: Drafting,
  { id: chosen, shown, all, q }: Answer<"members">,
): Promise<TeamAnswers> {
  const organizationId = actor.organization.id;
  const found = await candidatesById(reader, organizationId, null, chosen);
  const gone = await goneMembers(reader, organizationId, chosen);
  if (found.length + gone.length < new Set(chosen).size) throw new Refused(["person_no_longer_here"]);
  const matching = all
    ? await peoplePage(
        reader,
        { organizationId, teamId: null, inTeam: false, q },
        { sort: "name", offset: 0, limit: MOST_AT_ONCE },
      )
    : [];
  const others = kept.members.filter((id) => !shown.includes(id));
  const members = [...new Set([...others, ...[...found, ...gone, ...matching].map(({ id }) => id)])];
  return { ...kept, members, leaders: kept.leaders.filter((id) => members.includes(id)) };
}

/** Who of them will lead it (TEAM-1). */
export async function withLeaders(
  { reader, actor, kept }: Drafting,
  answer: Answer<"leaders">,
): Promise<TeamAnswers> {
  const leaders = [...new Set(answer.leaders)];
  const asLeader = (id: string) => ({ isInTeam: kept.members.includes(id), leads: false, willLead: true });
  const refused = leaders.filter((id) => mayLeadTeam(asLeader(id)).refusals.includes("leader_is_no_member"));
  if (refused.length > 0) {
    const about = namesOf([
      ...(await candidatesById(reader, actor.organization.id, null, refused)),
      ...(await goneMembers(reader, actor.organization.id, refused)),
    ]);
    throw new Refused(["leader_is_no_member"], "leaders", about);
  }
  return { ...kept, leaders };
}
