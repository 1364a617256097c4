import { z } from "zod";
import { ensureUnchanged, takeTurn } from "@/lib/domain/organizations/facts";
import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { productsOfTeam } from "@/lib/platform/holdings";
import { effectsOfChange } from "../effects";
import { grantsOf, memberIds, teamById } from "../facts";
import { Id, Version } from "../inputs";
import { withoutTeam } from "../rules/holdings";
import { mayEndTeam } from "../rules/teams";

/** Deletes a team: everybody in it loses at once what it gave them, and who does it has seen that (TEAM-2). */
export const endTeam = command("team.ended", {
  permission: "team.manage",
  input: z.object({ team: Id, version: Version, seen: z.string().max(100).optional() }),
  async run({ tx, actor, now }, { team: id, version, seen }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const team = await teamById(tx, organizationId, id);
    ensureUnchanged(version, team.version);
    const { seal } = await effectsOfChange(tx, organizationId, {
      members: await memberIds(tx, organizationId, id),
      on: await grantsOf(tx, organizationId, id),
      after: (holder) => withoutTeam(holder, id),
    });
    const isInUse = team.members + team.invited + team.resources > 0;
    ensure(mayEndTeam({ isInUse, seen: seen || null, present: seal }));
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
