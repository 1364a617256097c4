import { z } from "zod";
import { ensure } from "@/lib/kernel/decision";
import { NotFound } from "@/lib/kernel/failures";
import { routes } from "@/lib/kernel/routes";
import { command } from "@/lib/pipeline/command";
import { env } from "@/lib/platform/env";
import { choicesOf, memberById, membersOfRole, otherLegalRepresentatives, takeTurn, tiesOf } from "../facts";
import { ensureHeldAsShown } from "../held";
import { Seal } from "../inputs";
import { endMemberships } from "../membership";
import { asTold, mayLeave } from "../rules/members";

/** Leaves an organization by oneself (ORG-8); its legal representatives are told. */
export const leaveOrganization = command("member.left", {
  permission: "organization.leave",
  input: z.object({ seal: Seal.optional() }),
  async run({ tx, actor, now }, { seal }) {
    if (actor.standing.as !== "member") throw new NotFound();
    const organizationId = actor.organization.id;
    const id = actor.standing.membershipId;
    await takeTurn(tx, actor);
    const member = await memberById(tx, organizationId, id);
    const before = choicesOf(member);
    const { members, externals } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    ensure(
      mayLeave({
        before,
        others: await otherLegalRepresentatives(tx, organizationId, id),
        users: members + externals,
        ties: await tiesOf(tx, organizationId, id),
      }),
    );
    await ensureHeldAsShown(tx, organizationId, member, seal);
    const reached = await endMemberships(tx, { organizationId, ids: [id], by: actor.userId, at: now });
    const responsible = await membersOfRole(tx, organizationId, "LEGAL_REPRESENTATIVE");
    return {
      result: { name: actor.organization.name },
      audit: {
        subject: { type: "member", id, name: member.name },
        productIds: reached.get(id),
        before: asTold(before),
      },
      mail: responsible.map((person) => ({
        template: "memberLeft" as const,
        to: person.email,
        locale: person.locale,
        values: {
          organization: actor.organization.name,
          person: member.name,
          url: env().baseUrl + routes.users(actor.organization.slug),
        },
      })),
    };
  },
});
