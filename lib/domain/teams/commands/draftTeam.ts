import { z } from "zod";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { asGrants, checkedSettings } from "../access";
import {
  beginTeamDraft,
  EMPTY_TEAM,
  keepTeamDraft,
  type TeamAnswers,
  teamDraftById,
  teamDraftIfBegun,
} from "../draft";
import { candidatesById, isNameTaken } from "../facts";
import { Id, Leaders, Members, Settings, TeamNames, wordsByObject } from "../inputs";
import { grantsAfter } from "../rules/holdings";
import { mayJoinTeam, mayLeadTeam, mayNameTeam } from "../rules/teams";

const Step = z.discriminatedUnion("step", [
  z.object({ step: z.literal("name"), draft: Id, ...TeamNames.shape }),
  z.object({ step: z.literal("access"), draft: Id, ...Settings.shape }),
  z.object({ step: z.literal("members"), draft: Id, id: Members, what: z.enum(["add", "remove"]) }),
  z.object({ step: z.literal("leaders"), draft: Id, leaders: Leaders }),
]);

/** The steps of "New team": name and colour, what it reaches, who is in it and leads it. Nothing is given before the last one. */
export const draftTeam = command("team.drafted", {
  permission: "team.manage",
  input: Step,
  async run({ tx, actor, now }, answer) {
    const { draft } = answer;
    const organizationId = actor.organization.id;
    const own = { organizationId, userId: actor.userId };
    const keep = async (answers: TeamAnswers) => {
      await keepTeamDraft(tx, own, draft, answers, now);
      return { result: { draft }, audit: [] };
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
    if (answer.step === "access") {
      const settings = await checkedSettings(tx, actor, wordsByObject(answer));
      return keep({ ...kept, access: grantsAfter(kept.access, asGrants(settings)) });
    }
    if (answer.step === "leaders") {
      const leaders = [...new Set(answer.leaders)];
      const asLeader = (id: string) => ({
        isInTeam: kept.members.includes(id),
        leads: false,
        willLead: true,
      });
      const [refusal] = leaders.flatMap((id) => mayLeadTeam(asLeader(id)).refusals);
      if (refusal) throw new Refused([refusal], "leaders");
      return keep({ ...kept, leaders });
    }
    const chosen = new Set(answer.id);
    const others = kept.members.filter((id) => !chosen.has(id));
    if (answer.what === "remove")
      return keep({ ...kept, members: others, leaders: kept.leaders.filter((id) => !chosen.has(id)) });
    const found = await candidatesById(tx, organizationId, null, answer.id);
    ensure(mayJoinTeam({ isMember: found.length > 0, isInTeam: false }));
    return keep({ ...kept, members: [...others, ...found.map(({ id }) => id)] });
  },
});
