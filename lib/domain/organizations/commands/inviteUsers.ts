import { z } from "zod";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { judgeAddresses } from "../addressRows";
import { draftById, invitable, keepDraft } from "../draft";
import { takeTurn } from "../facts";
import { Id } from "../inputs";
import { insertInvitations, invitationMail } from "../invitation";
import { mayGive } from "../rules/members";

/**
 * Last step of "Add a user" (USR-3, USR-4, USR-8, USR-9): invites every good address of the draft. An address that
 * became a member or was invited by somebody else in the meantime is left out and told so.
 */
export const inviteUsers = command("invitation.sent", {
  permission: "user.invite",
  input: z.object({ draft: Id }),
  async run({ tx, actor, now, demand }, { draft }) {
    const own = { organizationId: actor.organization.id, userId: actor.userId };
    await takeTurn(tx, actor);
    const answers = await draftById(tx, own, draft);
    if (answers.sent) return { result: { draft, sent: answers.sent.length }, audit: [] };
    const { role } = answers;
    if (!role) throw new Refused(["choose_a_role_first"]);
    ensure(mayGive(actor.standing, { role, billingRight: answers.billingRight }));
    if (role === "LEGAL_REPRESENTATIVE") demand("legal-representative.give");
    if (role === "ADMINISTRATOR") demand("administrator.give");
    if (answers.billingRight) demand("billing-right.give");

    const written = answers.rows.map((row) => ({ line: row.line, text: row.email ?? row.text }));
    const judged = await judgeAddresses(tx, actor, written, now);
    const invited = await insertInvitations(
      tx,
      actor,
      invitable({ ...answers, rows: judged }),
      { ...answers, role },
      now,
    );
    const sent = new Set(invited.map((invitation) => invitation.email));
    const rows = judged.map((row) =>
      row.problem === null && row.email !== null && !sent.has(row.email)
        ? { ...row, problem: "already_invited" as const }
        : row,
    );
    await keepDraft(tx, own, draft, { ...answers, rows, sent: [...sent] }, now);
    return {
      result: { draft, sent: sent.size },
      audit: invited.map(({ id, email }) => ({
        subject: { type: "invitation", id, name: email },
        after: {
          role,
          billingRight: answers.billingRight,
          remindersByEmail: answers.remindersByEmail,
          remindersBySms: answers.remindersBySms,
          productEventsByEmail: answers.productEventsByEmail,
        },
      })),
      mail: invited.map((invitation) => invitationMail(actor, { ...invitation, role })),
    };
  },
});
