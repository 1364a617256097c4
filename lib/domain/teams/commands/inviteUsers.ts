import { z } from "zod";
import { hasAllRights } from "@/lib/access/roles";
import { Id } from "@/lib/domain/organizations/inputs";
import { invitationMail } from "@/lib/domain/organizations/invitation";
import { draftToSend, inviteFromDraft } from "@/lib/domain/organizations/inviting";
import { NOTHING_PROMISED, promisesOf } from "@/lib/domain/organizations/promises";
import { command } from "@/lib/pipeline/command";
import { productsOfInvitation } from "@/lib/platform/holdings";
import { ensureCanBeJoined } from "../managing";
import { ensureCanBeGiven, givePromises } from "../promising";

/**
 * Last step of "Add a user" (USR-3, USR-4, USR-8, USR-9): invites every good address of the draft. Each invitation
 * carries the products and teams that were chosen; accepting gives them at once (USR-14, TEAM-2).
 */
export const inviteUsers = command("invitation.sent", {
  permission: "user.invite",
  input: z.object({ draft: Id }),
  async run(context, { draft }) {
    const { tx, actor, now, demand } = context;
    const organizationId = actor.organization.id;
    const { answers, role } = await draftToSend(context, draft);
    if (!role) return { result: { draft, sent: answers.sent?.length ?? 0 }, audit: [] };
    // Whoever has all rights by role is given none by hand.
    const grants = hasAllRights(role) ? [] : answers.grants;
    if (grants.length > 0) demand("access.give");
    await ensureCanBeGiven(tx, organizationId, role, grants);
    await ensureCanBeJoined(tx, context, answers.teams);

    const invited = await inviteFromDraft(context, draft, { answers, role });
    const ids = invited.map(({ id }) => id);
    await givePromises(tx, actor, ids, { grants, teams: answers.teams }, now);
    // Every invitation of a draft carries the same.
    const [first] = ids;
    const promised = first
      ? ((await promisesOf(tx, organizationId, [first])).get(first) ?? NOTHING_PROMISED)
      : NOTHING_PROMISED;
    const productIds = first ? await productsOfInvitation(tx, organizationId, first) : [];
    return {
      result: { draft, sent: invited.length },
      audit: invited.map(({ id, email }) => ({
        subject: { type: "invitation", id, name: email },
        productIds,
        after: {
          role,
          billingRight: answers.billingRight,
          remindersByEmail: answers.remindersByEmail,
          remindersBySms: answers.remindersBySms,
          productEventsByEmail: answers.productEventsByEmail,
          // Told in the language of whoever reads it.
          ...(promised.things.length > 0 ? { products: JSON.stringify(promised.things) } : {}),
          ...(promised.teams.length > 0 ? { teams: promised.teams.join(", ") } : {}),
        },
      })),
      mail: invited.map((invitation) => invitationMail(actor, { ...invitation, role, promised })),
    };
  },
});
