import { z } from "zod";
import { ensureUnchanged, takeTurn } from "@/lib/domain/organizations/facts";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { isNameTaken, teamById } from "../facts";
import { Id, TeamNames, Version } from "../inputs";
import { mayNameTeam } from "../rules/teams";

/** Changes a team's name, colour and description (TEAM-1). */
export const editTeam = command("team.edited", {
  permission: "team.manage",
  input: z.object({ team: Id, version: Version, ...TeamNames.shape }),
  async run({ tx, actor }, { team: id, version, ...names }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const team = await teamById(tx, organizationId, id);
    ensureUnchanged(version, team.version);
    const [refusal] = mayNameTeam({
      isTaken: await isNameTaken(tx, organizationId, names.name, id),
    }).refusals;
    if (refusal) throw new Refused([refusal], "name");
    const { name, colour, description } = team;
    const before = { name, colour, description };
    if (names.name === name && names.colour === colour && names.description === description)
      throw new Refused(["nothing_to_change"]);
    await tx.team.update({
      where: { organizationId_id: { organizationId, id } },
      data: { ...names, version: { increment: 1 } },
    });
    return {
      result: { id },
      audit: { subject: { type: "team", id, name: names.name }, before, after: names },
    };
  },
});
