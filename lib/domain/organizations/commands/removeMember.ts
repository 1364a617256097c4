import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import {
  choicesOf,
  ensureUnchanged,
  lockOrganization,
  memberById,
  otherLegalRepresentatives,
} from "../facts";
import { RemoveMember } from "../inputs";
import { endMembership } from "../membership";
import { mayRemoveMember } from "../rules/members";

/** Removes a member at once; their account stays (USR-3, USR-5, USR-12, USR-13). */
export const removeMember = command("member.removed", {
  permission: "user.remove",
  input: RemoveMember,
  async run({ tx, actor, now, require }, { id, version }) {
    const organizationId = actor.organization.id;
    await lockOrganization(tx, organizationId);
    const member = await memberById(tx, organizationId, id);
    ensureUnchanged(version, member.version);
    if (member.userId === actor.userId) throw new Refused(["leave_instead"]);
    const before = choicesOf(member);
    ensure(
      mayRemoveMember({
        standing: actor.standing,
        before,
        others: await otherLegalRepresentatives(tx, organizationId, id),
      }),
    );
    if (before.role === "LEGAL_REPRESENTATIVE") require("legal-representative.give");
    await endMembership(tx, { organizationId, id, by: actor.userId, at: now });
    return {
      result: null,
      audit: { subject: { type: "member", id, name: member.name }, before },
      mail: [
        {
          template: "memberRemoved",
          to: member.email,
          locale: member.locale,
          values: { name: member.name, organization: actor.organization.name, by: actor.name },
        },
      ],
    };
  },
});
