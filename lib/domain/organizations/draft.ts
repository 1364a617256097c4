import { z } from "zod";
import { ROLES } from "@/lib/access/roles";
import { NotFound } from "@/lib/kernel/failures";
import type { Reader, Transaction } from "@/lib/platform/database";

/** Why an address of the list is not invited. */
export const ROW_PROBLEMS = [
  "malformed",
  "repeated",
  "own_address",
  "already_a_member",
  "already_invited",
] as const;

const Row = z.object({
  /** Line in what was typed or in the file, from 1. */
  line: z.number().int(),
  text: z.string(),
  email: z.string().nullable(),
  problem: z.enum(ROW_PROBLEMS).nullable(),
});

/** One line of the list with its result. */
export type AddressRow = z.infer<typeof Row>;

const Answers = z.object({
  rows: z.array(Row),
  role: z.enum(ROLES).nullable(),
  billingRight: z.boolean(),
  remindersByEmail: z.boolean(),
  remindersBySms: z.boolean(),
  productEventsByEmail: z.boolean(),
  /** Whether the users are inside the organization; null until asked. */
  inside: z.boolean().nullable(),
  /** Addresses really invited, once the draft was sent. */
  sent: z.array(z.string()).nullable(),
});

/** What somebody has answered so far in "Add a user" (USR-8). */
export type DraftAnswers = z.infer<typeof Answers>;

export const EMPTY_ANSWERS: DraftAnswers = {
  rows: [],
  role: null,
  billingRight: false,
  remindersByEmail: true,
  remindersBySms: false,
  productEventsByEmail: true,
  inside: null,
  sent: null,
};

/** The addresses that will be invited. */
export const invitable = (answers: DraftAnswers): string[] =>
  answers.rows.flatMap((row) => (row.email !== null && row.problem === null ? [row.email] : []));

/** The person's own draft in this organization; throws {@link NotFound} for any other. */
export async function draftById(
  reader: Reader,
  own: { organizationId: string; userId: string },
  id: string,
): Promise<DraftAnswers> {
  const [draft] = await reader.rows<{ answers: unknown }>(
    `SELECT "answers" FROM "InvitationDraft"
     WHERE "id" = $1::uuid AND "organizationId" = $2::uuid AND "userId" = $3::uuid`,
    id,
    own.organizationId,
    own.userId,
  );
  if (!draft) throw new NotFound();
  return Answers.parse(draft.answers);
}

/** Keeps the answers under the draft's id, making one where there is none; returns the id. */
export async function keepDraft(
  tx: Transaction,
  own: { organizationId: string; userId: string },
  id: string | undefined,
  answers: DraftAnswers,
  now: Date,
): Promise<string> {
  if (id === undefined)
    return (await tx.invitationDraft.create({ data: { ...own, answers, updatedAt: now } })).id;
  await tx.invitationDraft.update({
    where: { organizationId_id: { organizationId: own.organizationId, id }, userId: own.userId },
    data: { answers, updatedAt: now },
  });
  return id;
}
