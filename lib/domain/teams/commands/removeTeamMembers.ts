import { z } from "zod";
import { takeTurn } from "@/lib/domain/organizations/facts";
import { Seal } from "@/lib/domain/organizations/inputs";
import { command } from "@/lib/pipeline/command";
import { ensureSomeDone, type ItemResult, namesOf } from "@/lib/pipeline/results";
import { productsOfTeam } from "@/lib/platform/holdings";
import { effectsOfMoving, ensureTeamAsShown } from "../effects";
import { peopleActedOn } from "../facts";
import { Id, Members, Version } from "../inputs";
import { teamToChange } from "../managing";
import { mayLeaveTeam } from "../rules/teams";

/** Takes people out of a team, each with a result of their own; what only the team gave them goes at once (TEAM-2). */
export const removeTeamMembers = command("team.left", {
  permission: "team.manage",
  input: z.object({ team: Id, version: Version, seal: Seal.optional(), id: Members }),
  async run({ tx, actor, demand }, { team: teamId, version, seal, id: ids }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const team = await teamToChange(tx, { actor, demand }, teamId, version);
    const { found, nameOf } = await peopleActedOn(tx, organizationId, teamId, ids);
    const items: ItemResult[] = [...new Set(ids)].map((id) => {
      const one = found.get(id);
      const { refusals } = mayLeaveTeam({ isInTeam: one?.isInTeam ?? false });
      return { id, name: nameOf(id), refusals: [...refusals] };
    });
    ensureSomeDone(items, namesOf(items));
    const left = items.filter(({ refusals }) => refusals.length === 0);
    const leaving = left.map(({ id }) => id);
    await ensureTeamAsShown({ version, seal }, team, () =>
      effectsOfMoving(tx, organizationId, team, { leaving }),
    );
    await tx.teamMember.deleteMany({
      where: { organizationId, teamId, membershipId: { in: leaving } },
    });
    const productIds = await productsOfTeam(tx, organizationId, teamId);
    return {
      result: { id: teamId, items },
      audit: left.map(({ id, name }) => ({
        subject: { type: "member", id, name },
        productIds,
        before: { team: team.name },
      })),
    };
  },
});
