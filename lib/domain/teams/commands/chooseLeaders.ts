import { z } from "zod";
import { takeTurn } from "@/lib/domain/organizations/facts";
import { command } from "@/lib/pipeline/command";
import { ensureSomeDone, type ItemResult, namesOf } from "@/lib/pipeline/results";
import { peopleActedOn, teamById } from "../facts";
import { Id, Members } from "../inputs";
import { mayLeadTeam } from "../rules/teams";

/** Makes members of a team its leaders, or no longer: its contacts, who may do no more than before (TEAM-1). */
export const chooseLeaders = command("team.led", {
  permission: "team.manage",
  input: z.object({ team: Id, id: Members, leads: z.enum(["yes", "no"], "choose_one") }),
  async run({ tx, actor }, { team: teamId, id: ids, leads }) {
    const organizationId = actor.organization.id;
    const willLead = leads === "yes";
    await takeTurn(tx, actor);
    const team = await teamById(tx, organizationId, teamId);
    const { found, nameOf } = await peopleActedOn(tx, organizationId, teamId, ids);
    const items: ItemResult[] = [...new Set(ids)].map((id) => {
      const one = found.get(id);
      const facts = { isInTeam: one?.isInTeam ?? false, leads: one?.isLeader ?? false, willLead };
      return { id, name: nameOf(id), refusals: [...mayLeadTeam(facts).refusals] };
    });
    ensureSomeDone(items, namesOf(items));
    const chosen = items.filter(({ refusals }) => refusals.length === 0);
    await tx.teamMember.updateMany({
      where: { organizationId, teamId, membershipId: { in: chosen.map(({ id }) => id) } },
      data: { isLeader: willLead },
    });
    return {
      result: { id: teamId, items, willLead },
      audit: chosen.map(({ id, name }) => ({
        subject: { type: "member", id, name },
        before: { leads: willLead ? null : team.name },
        after: { leads: willLead ? team.name : null },
      })),
    };
  },
});
