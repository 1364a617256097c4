import { NotFound } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { ensureSomeDone, type ItemResult } from "@/lib/pipeline/results";
import { choicesOf, legalRepresentatives, type Member, membersById, takeTurn } from "../facts";
import { heldBy } from "../held";
import { RemoveMembers } from "../inputs";
import { endMemberships } from "../membership";
import { asTold } from "../rules/members";
import { removalRefusals } from "../rules/removals";

/** Removes members at once, each with a result of their own; their accounts stay (USR-3, USR-5, USR-12, USR-13). */
export const removeMembers = command("member.removed", {
  permission: "user.remove",
  input: RemoveMembers,
  async run({ tx, actor, now, demand }, { id: ids, seal: seals }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const seen = new Map(ids.map((id, index) => [id, seals[index]]));
    const members = await membersById(tx, organizationId, [...seen.keys()]);
    if (members.length === 0) throw new NotFound();
    const present = new Map(members.map((member) => [member.id, member]));
    const held = await heldBy(tx, organizationId, members);
    const isAsShown = ({ id }: Member) => seen.get(id) === held.get(id)?.seal;
    const judged = removalRefusals(
      actor.standing,
      members.filter(isAsShown).map((member) => ({
        id: member.id,
        isSelf: member.userId === actor.userId,
        before: choicesOf(member),
      })),
      await legalRepresentatives(tx, organizationId),
    );
    const items: ItemResult[] = [...seen.keys()].map((id) => {
      const member = present.get(id);
      const stale = member ? "effect_changed" : "no_longer_there";
      return { id, name: member?.name ?? "", refusals: judged.get(id) ?? [stale] };
    });
    ensureSomeDone(items);
    const removed = members.filter((member) => judged.get(member.id)?.length === 0);
    if (removed.some((member) => member.role === "LEGAL_REPRESENTATIVE")) demand("legal-representative.give");
    const reached = await endMemberships(tx, {
      organizationId,
      ids: removed.map((member) => member.id),
      by: actor.userId,
      at: now,
    });
    return {
      result: { items },
      audit: removed.map((member) => ({
        subject: { type: "member", id: member.id, name: member.name },
        productIds: reached.get(member.id),
        before: asTold(choicesOf(member)),
      })),
      mail: removed.map((member) => ({
        template: "memberRemoved" as const,
        to: member.email,
        locale: member.locale,
        values: { name: member.name, organization: actor.organization.name, by: actor.name },
      })),
    };
  },
});
