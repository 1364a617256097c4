import { billingChoice } from "@/lib/access/roles";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { routes } from "@/lib/kernel/routes";
import { command } from "@/lib/pipeline/command";
import { env } from "@/lib/platform/env";
import { choicesOf, ensureUnchanged, memberById, otherLegalRepresentatives, takeTurn } from "../facts";
import { ensureHeldAsShown } from "../held";
import { ChangeMember } from "../inputs";
import { asTold, changesBetween, type MemberChoices, mayChangeMember } from "../rules/members";

/**
 * Changes a member's role, billing right and contact preferences (USR-3 to USR-7, USR-13) and tells them what
 * changed (USR-10).
 */
export const changeMember = command("member.changed", {
  permission: "user.change",
  input: ChangeMember,
  async run({ tx, actor, demand }, { id, version, seal, ...chosen }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const member = await memberById(tx, organizationId, id);
    const before = choicesOf(member);
    const after: MemberChoices = {
      ...chosen,
      billingRight: billingChoice(chosen.role, chosen.billingRight),
    };
    ensureUnchanged(version, member.version);
    await ensureHeldAsShown(tx, organizationId, member, seal);
    ensure(
      mayChangeMember({
        standing: actor.standing,
        isSelf: member.userId === actor.userId,
        before,
        after,
        others: await otherLegalRepresentatives(tx, organizationId, id),
      }),
    );
    const changes = changesBetween(before, after);
    if (changes.length === 0) throw new Refused(["nothing_to_change"]);
    if (before.role !== after.role) {
      const roles = [before.role, after.role];
      if (roles.includes("LEGAL_REPRESENTATIVE")) demand("legal-representative.give");
      if (after.role === "ADMINISTRATOR") demand("administrator.give");
    }
    if (before.billingRight !== after.billingRight) demand("billing-right.give");
    await tx.membership.update({
      where: { organizationId_id: { organizationId, id } },
      data: { ...after, version: { increment: 1 } },
    });
    return {
      result: { id, isSelf: member.userId === actor.userId },
      audit: {
        subject: { type: "member", id, name: member.name },
        before: asTold(before),
        after: asTold(after),
      },
      mail: [
        {
          template: "rightsChanged",
          to: member.email,
          locale: member.locale,
          values: {
            name: member.name,
            organization: actor.organization.name,
            by: actor.name,
            changes,
            url: env().baseUrl + routes.overview(actor.organization.slug),
          },
        },
      ],
    };
  },
});
