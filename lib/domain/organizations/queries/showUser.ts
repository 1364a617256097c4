import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { billingChoice, hasAllRights, ROLES } from "@/lib/access/roles";
import { query } from "@/lib/pipeline/query";
import { choicesOf, memberById, otherLegalRepresentatives } from "../facts";
import { Id } from "../inputs";
import { managedRoles, mayChangeMember, mayRemoveMember } from "../rules/members";

/**
 * One member with everything the page may offer: each role with what speaks against it, whether removing is possible
 * and why not. The same rules decide here and in the commands.
 */
export const showUser = query("user", {
  permission: "user.view",
  input: z.object({ id: Id }),
  async run({ reader, actor }, { id }) {
    const organizationId = actor.organization.id;
    const member = await memberById(reader, organizationId, id);
    const others = await otherLegalRepresentatives(reader, organizationId, id);
    const before = choicesOf(member);
    const isSelf = member.userId === actor.userId;
    const { standing } = actor;
    const mayChange = permits(standing, "user.change");
    const isLegalRepresentative = member.role === "LEGAL_REPRESENTATIVE";
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      timeZone: actor.timeZone,
      member,
      isSelf,
      isManaged: mayChange && managedRoles(standing).includes(member.role),
      hasAllRights: hasAllRights(member.role),
      isLegalRepresentative,
      isOnlyLegalRepresentative: isLegalRepresentative && others.count === 0,
      mayNameSecond: permits(standing, "legal-representative.give"),
      others,
      roles: ROLES.map((role) => ({
        role,
        refusals: mayChangeMember({
          standing,
          isSelf,
          before,
          after: { ...before, role, billingRight: billingChoice(role, before.billingRight) },
          others,
        }).refusals,
      })),
      seesTeams: permits(standing, "team.view"),
      mayGiveBilling: permits(standing, "billing-right.give"),
      removal: permits(standing, "user.remove")
        ? mayRemoveMember({ standing, isSelf, before, others }).refusals
        : null,
      mayReplace: permits(standing, "legal-representative.replace") && isLegalRepresentative,
      maySeeAccess: permits(standing, "access.give"),
    };
  },
});

/** What the pages of one user show. */
export type ShownUser = Awaited<ReturnType<typeof showUser.execute>>;
