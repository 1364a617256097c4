import type { Role } from "@/lib/access/roles";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import type { Context } from "@/lib/pipeline/command";
import { judgeAddresses } from "./addressRows";
import { type DraftAnswers, draftById, invitable, keepDraft } from "./draft";
import { takeTurn } from "./facts";
import { type FreshInvitation, insertInvitations } from "./invitation";
import { mayGive } from "./rules/members";

type Inviting = Pick<Context, "tx" | "actor" | "now" | "demand">;

/** A draft whose role may be given by whoever sends it (USR-3, USR-4); `role` is null where it was sent before. */
export async function draftToSend(
  { tx, actor, demand }: Inviting,
  draft: string,
): Promise<{ answers: DraftAnswers; role: Role | null }> {
  await takeTurn(tx, actor);
  const answers = await draftById(tx, { organizationId: actor.organization.id, userId: actor.userId }, draft);
  if (answers.sent) return { answers, role: null };
  const { role } = answers;
  if (!role) throw new Refused(["choose_a_role_first"]);
  ensure(mayGive(actor.standing, { role, billingRight: answers.billingRight }));
  if (role === "LEGAL_REPRESENTATIVE") demand("legal-representative.give");
  if (role === "ADMINISTRATOR") demand("administrator.give");
  if (answers.billingRight) demand("billing-right.give");
  return { answers, role };
}

/**
 * Invites every good address of a draft (USR-8, USR-9). An address that became a member or was invited by somebody else
 * in the meantime is left out and told so.
 */
export async function inviteFromDraft(
  { tx, actor, now }: Inviting,
  draft: string,
  { answers, role }: { answers: DraftAnswers; role: Role },
): Promise<FreshInvitation[]> {
  const own = { organizationId: actor.organization.id, userId: actor.userId };
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
  return invited;
}
