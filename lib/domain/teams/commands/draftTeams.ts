import { z } from "zod";
import { draftById, keepDraft } from "@/lib/domain/organizations/draft";
import { Id } from "@/lib/domain/organizations/inputs";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { ensureCanBeJoined } from "../managing";

const MOST_TEAMS = 500;

/** The step "teams" of "Add a user" (USR-8, TEAM-2): the teams that accepting leads into. */
export const draftTeams = command("invitation.drafted", {
  permission: "team.manage",
  input: z.object({
    draft: Id,
    teams: z.preprocess(
      (value) => [value ?? []].flat().filter((one) => one !== ""),
      z.array(Id).max(MOST_TEAMS),
    ),
  }),
  async run({ tx, actor, now, demand }, { draft, teams }) {
    const own = { organizationId: actor.organization.id, userId: actor.userId };
    const answers = await draftById(tx, own, draft);
    if (!answers.role) throw new Refused(["choose_a_role_first"]);
    const chosen = [...new Set(teams)];
    await ensureCanBeJoined(tx, { actor, demand }, chosen);
    await keepDraft(tx, own, draft, { ...answers, teams: chosen }, now);
    return { result: { draft }, audit: [] };
  },
});
