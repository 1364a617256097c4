import { z } from "zod";
import { takeTurn } from "@/lib/domain/organizations/facts";
import { Seal } from "@/lib/domain/organizations/inputs";
import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { productsOfTeam } from "@/lib/platform/holdings";
import { effectsOfEnding, ensureTeamAsShown } from "../effects";
import { Id, Version } from "../inputs";
import { teamToChange } from "../managing";
import { mayEndTeam } from "../rules/teams";

/** Deletes a team: everybody in it loses at once what it gave them, and who does it has seen that (TEAM-2). */
export const endTeam = command("team.ended", {
  permission: "team.manage",
  input: z.object({ team: Id, version: Version, seal: Seal.optional() }),
  async run({ tx, actor, now, demand }, { team: id, version, seal }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const team = await teamToChange(tx, { actor, demand }, id, version);
    const isInUse = team.members + team.invited + team.resources > 0;
    ensure(mayEndTeam({ isInUse, isSeen: seal !== undefined }));
    await ensureTeamAsShown({ version, seal }, team, () => effectsOfEnding(tx, organizationId, id));
    const productIds = await productsOfTeam(tx, organizationId, id);
    // What it gave and who was in it goes with it, by the database's own hand.
    await tx.team.update({
      where: { organizationId_id: { organizationId, id } },
      data: { endedAt: now, version: { increment: 1 } },
    });
    return {
      result: { id },
      audit: {
        subject: { type: "team", id, name: team.name },
        productIds,
        before: { members: team.members, resources: team.resources },
      },
    };
  },
});
