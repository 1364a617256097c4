import type { Role } from "@/lib/access/roles";
import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { writeChoices } from "../changing";
import { choicesOf, type Member, memberById, takeTurn } from "../facts";
import { ensureHeldAsShown } from "../held";
import { ReplaceLegalRepresentative } from "../inputs";
import { endMemberships } from "../membership";
import { mayReplaceLegalRepresentative } from "../rules/members";

/**
 * Names the next legal representative first, then lets the old one step down or leave, in one transaction:
 * there is never a moment without one (USR-4, USR-5, USR-6).
 */
export const replaceLegalRepresentative = command("legalRepresentative.replaced", {
  permission: "legal-representative.replace",
  input: ReplaceLegalRepresentative,
  async run({ tx, actor, now }, { id, seal, successor, successorSeal, becomes }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const old = await memberById(tx, organizationId, id);
    const next = await memberById(tx, organizationId, successor);
    ensure(mayReplaceLegalRepresentative({ old: old.role, next: next.role, isSamePerson: id === successor }));
    await ensureHeldAsShown(tx, organizationId, old, seal);
    await ensureHeldAsShown(tx, organizationId, next, successorSeal);

    const become = (member: Member, role: Role) =>
      writeChoices(tx, actor, member, {
        ...choicesOf(member),
        role,
        billingRight: false,
        // Whoever takes over gets the reminders that the old one got.
        remindersByEmail: role === "LEGAL_REPRESENTATIVE" || member.remindersByEmail,
      });

    const mail = await become(next, "LEGAL_REPRESENTATIVE");
    let productIds: string[] | undefined;
    if (becomes === "REMOVED") {
      const reached = await endMemberships(tx, { organizationId, ids: [id], by: actor.userId, at: now });
      productIds = reached.get(id);
      mail.push({
        template: "memberRemoved",
        to: old.email,
        locale: old.locale,
        values: { name: old.name, organization: actor.organization.name, by: actor.name },
      });
    } else mail.push(...(await become(old, becomes)));
    return {
      result: {
        isSelf: old.userId === actor.userId,
        steppedOut: becomes === "REMOVED" && old.userId === actor.userId,
      },
      audit: {
        subject: { type: "member", id: old.id, name: old.name },
        productIds,
        before: { legalRepresentative: old.name },
        after: { legalRepresentative: next.name, formerBecomes: becomes },
      },
      mail,
    };
  },
});
