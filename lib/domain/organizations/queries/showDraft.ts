import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { BILLING_RIGHT, isInside, ROLES } from "@/lib/access/roles";
import { query } from "@/lib/pipeline/query";
import { draftById, draftIfBegun, EMPTY_ANSWERS, invitable } from "../draft";
import { Id } from "../inputs";
import { invitationEnd } from "../rules/invitations";
import { mayGive } from "../rules/members";

/**
 * "Add a user" so far, with what each role would be refused for (USR-4, USR-8). The first step begins a draft: its
 * address has an id under which nothing is kept yet.
 */
export const showDraft = query("invitation.draft", {
  permission: "user.invite",
  input: z.object({ draft: Id.optional(), begins: z.boolean().default(false) }),
  async run({ reader, actor, now }, { draft, begins }) {
    const own = { organizationId: actor.organization.id, userId: actor.userId };
    const answers =
      draft === undefined
        ? EMPTY_ANSWERS
        : begins
          ? ((await draftIfBegun(reader, own, draft)) ?? EMPTY_ANSWERS)
          : await draftById(reader, own, draft);
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      draft: draft ?? null,
      answers,
      isLegalRepresentative: answers.role === "LEGAL_REPRESENTATIVE",
      invitable: invitable(answers),
      roles: ROLES.filter(isInside).map((role) => ({
        role,
        billing: BILLING_RIGHT[role],
        refusals: mayGive(actor.standing, { role, billingRight: false }).refusals,
      })),
      mayGiveBilling: permits(actor.standing, "billing-right.give"),
      expiresAt: invitationEnd(now),
      timeZone: actor.timeZone,
    };
  },
});
