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
import { mayJoinTeam } from "../rules/teams";

/** Puts people into a team, each with a result of their own; what the team reaches is theirs at once (TEAM-2, TEAM-3). */
export const addTeamMembers = command("team.joined", {
  permission: "team.manage",
  input: z.object({ team: Id, version: Version, seal: Seal.optional(), id: Members }),
  async run({ tx, actor, now, demand }, { team: teamId, version, seal, id: ids }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const team = await teamToChange(tx, { actor, demand }, teamId, version);
    const { found, nameOf } = await peopleActedOn(tx, organizationId, teamId, ids);
    const items: ItemResult[] = [...new Set(ids)].map((id) => {
      const one = found.get(id);
      const { refusals } = mayJoinTeam({ isMember: !!one, isInTeam: one?.isInTeam ?? false });
      return { id, name: nameOf(id), refusals: [...refusals] };
    });
    ensureSomeDone(items, namesOf(items));
    const joined = items.filter(({ refusals }) => refusals.length === 0);
    const joining = joined.map(({ id }) => id);
    await ensureTeamAsShown({ version, seal }, team, () =>
      effectsOfMoving(tx, organizationId, team, { joining }),
    );
    await tx.teamMember.createMany({
      data: joined.map(({ id }) => ({ organizationId, teamId, membershipId: id, joinedAt: now })),
    });
    const productIds = await productsOfTeam(tx, organizationId, teamId);
    return {
      result: { id: teamId, items },
      audit: joined.map(({ id, name }) => ({
        subject: { type: "member", id, name },
        productIds,
        after: { team: team.name },
      })),
    };
  },
});
