import { z } from "zod";
import { ensureAsShown } from "@/lib/access/seal";
import { takeTurn } from "@/lib/domain/organizations/facts";
import { Seal } from "@/lib/domain/organizations/inputs";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { productsOfTeam } from "@/lib/platform/holdings";
import { checkedSettings, notesOf, writeSettings } from "../access";
import { keepTeamDraft, teamDraftById } from "../draft";
import { teamAsDrafted } from "../drafted";
import { isNameTaken } from "../facts";
import { Id } from "../inputs";
import { mayNameTeam } from "../rules/teams";

/** How much a new team is made of; null where it was made before. */
type Size = { members: number; accesses: number } | null;

/**
 * Last step of "New team" (TEAM-1 to TEAM-3): the team, what it reaches and who is in it, at once, as
 * the step before showed it. Sent again it answers with the team that was made.
 */
export const createTeam = command("team.created", {
  permission: "team.manage",
  input: z.object({ draft: Id, seal: Seal.optional() }),
  async run({ tx, actor, now, demand }, { draft, seal }) {
    const organizationId = actor.organization.id;
    const own = { organizationId, userId: actor.userId };
    await takeTurn(tx, actor);
    const answers = await teamDraftById(tx, own, draft);
    if (answers.made) return { result: { id: answers.made, size: null as Size }, audit: [] };
    const { name, colour, description } = answers;
    if (!colour || name === "") throw new Refused(["choose_a_name_first"]);
    ensure(mayNameTeam({ isTaken: await isNameTaken(tx, organizationId, name, null) }));

    const { people, leaders, words, effects } = await teamAsDrafted(tx, { actor, demand }, draft, answers);
    await ensureAsShown(seal, async () => effects);
    const settings = words.size === 0 ? [] : await checkedSettings(tx, actor, words);

    const { id } = await tx.team.create({
      data: { organizationId, name, colour, description, createdAt: now },
    });
    await writeSettings(tx, actor, id, settings, now);
    await tx.teamMember.createMany({
      data: people.map((one) => ({
        ...{ organizationId, teamId: id, membershipId: one.id, joinedAt: now },
        isLeader: leaders.has(one.id),
      })),
    });
    const productIds = await productsOfTeam(tx, organizationId, id);
    await keepTeamDraft(tx, own, draft, { ...answers, made: id }, now);
    return {
      result: { id, size: { members: people.length, accesses: settings.length } },
      audit: [
        {
          subject: { type: "team", id, name },
          after: { colour, description },
        },
        ...(await notesOf(tx, organizationId, { id, name }, [], settings)),
        ...people.map((one) => ({
          action: "team.joined",
          subject: { type: "member", id: one.id, name: one.name },
          productIds,
          after: { team: name },
        })),
        ...people
          .filter((one) => leaders.has(one.id))
          .map((one) => ({
            action: "team.led",
            subject: { type: "member", id: one.id, name: one.name },
            before: { leads: null },
            after: { leads: name },
          })),
      ],
    };
  },
});
