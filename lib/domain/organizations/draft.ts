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
  /** It is the file's line, where both were sent. */
  inFile: z.literal(true).optional(),
  text: z.string(),
  email: z.string().nullable(),
  problem: z.enum(ROW_PROBLEMS).nullable(),
});

/** One line of the list with its result. */
export type AddressRow = z.infer<typeof Row>;

const GrantToCome = z.object({ as: z.enum(["product", "kind"]), id: z.string(), rights: z.number().int() });

/** Rights on one product, or on all of a kind, that accepting gives. */
export type GrantToCome = z.infer<typeof GrantToCome>;

const Answers = z.object({
  rows: z.array(Row),
  role: z.enum(ROLES).nullable(),
  billingRight: z.boolean(),
  remindersByEmail: z.boolean(),
  remindersBySms: z.boolean(),
  productEventsByEmail: z.boolean(),
  /** Whether the users are inside the organization; null until asked. */
  inside: z.boolean().nullable(),
  /** Products, or all of a kind, with their rights, and teams: what accepting gives; kept where the areas of both are known. */
  grants: z.array(GrantToCome).default([]),
  teams: z.array(z.string()).default([]),
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
  grants: [],
  teams: [],
  sent: null,
};

/** The addresses that will be invited. */
export const invitable = (answers: DraftAnswers): string[] =>
  answers.rows.flatMap((row) => (row.email !== null && row.problem === null ? [row.email] : []));

type Own = { organizationId: string; userId: string };

/** The person's own draft in this organization, or null where nothing is kept under this id. */
export async function draftIfBegun(reader: Reader, own: Own, id: string): Promise<DraftAnswers | null> {
  const [draft] = await reader.rows<{ answers: unknown }>(
    `SELECT "answers" FROM "InvitationDraft"
     WHERE "id" = $1::uuid AND "organizationId" = $2::uuid AND "userId" = $3::uuid`,
    id,
    own.organizationId,
    own.userId,
  );
  return draft ? Answers.parse(draft.answers) : null;
}

/** The same; throws {@link NotFound} for any other. */
export async function draftById(reader: Reader, own: Own, id: string): Promise<DraftAnswers> {
  const draft = await draftIfBegun(reader, own, id);
  if (!draft) throw new NotFound();
  return draft;
}

/**
 * Begins a draft under the id that its first page already has in its address, so that Back leads to what was
 * entered; without one it gets its own. Throws {@link NotFound} where the id is somebody else's.
 */
export async function beginDraft(
  tx: Transaction,
  own: Own,
  id: string | undefined,
  answers: DraftAnswers,
  now: Date,
): Promise<string> {
  const data = { ...own, answers, updatedAt: now, ...(id === undefined ? {} : { id }) };
  const [made] = await tx.invitationDraft.createManyAndReturn({ data, skipDuplicates: true });
  if (!made) throw new NotFound();
  return made.id;
}

/** Keeps the answers of a draft that was begun. */
export async function keepDraft(
  tx: Transaction,
  own: Own,
  id: string,
  answers: DraftAnswers,
  now: Date,
): Promise<void> {
  await tx.invitationDraft.update({
    where: { organizationId_id: { organizationId: own.organizationId, id }, userId: own.userId },
    data: { answers, updatedAt: now },
  });
}
