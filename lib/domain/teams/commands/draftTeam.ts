import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import {
  beginTeamDraft,
  EMPTY_TEAM,
  keepTeamDraft,
  type TeamAnswers,
  teamDraftById,
  teamDraftIfBegun,
} from "../draft";
import { type Drafting, TeamStep, withAccess, withLeaders, withMembers, withTicks } from "../draftSteps";
import { isNameTaken } from "../facts";
import { mayNameTeam } from "../rules/teams";

/** The steps of "New team": name and colour, what it reaches, who is in it and leads it. Nothing is given before the last one. */
export const draftTeam = command("team.drafted", {
  permission: "team.manage",
  input: TeamStep,
  async run({ tx, actor, now, demand }, answer) {
    const { draft } = answer;
    const own = { organizationId: actor.organization.id, userId: actor.userId };
    const keep = async (answers: TeamAnswers) => {
      await keepTeamDraft(tx, own, draft, answers, now);
      return { result: { draft, ticked: answers.ticked.length }, audit: [] };
    };
    if (answer.step === "name") {
      const { name, colour, description } = answer;
      const isTaken = await isNameTaken(tx, own.organizationId, name, null);
      const [refusal] = mayNameTeam({ isTaken }).refusals;
      const kept = await teamDraftIfBegun(tx, own, draft);
      if (!kept) await beginTeamDraft(tx, own, draft, EMPTY_TEAM, now);
      if (refusal) throw new Refused([refusal], "name");
      return keep({ ...(kept ?? EMPTY_TEAM), name, colour, description });
    }
    const drafting: Drafting = {
      ...{ reader: tx, actor, demand },
      kept: await teamDraftById(tx, own, draft),
    };
    switch (answer.step) {
      case "ticks":
        return keep(await withTicks(drafting, answer));
      case "access":
        return keep(await withAccess(drafting, answer));
      case "members":
        return keep(await withMembers(drafting, answer));
      case "leaders":
        return keep(await withLeaders(drafting, answer));
    }
  },
});
