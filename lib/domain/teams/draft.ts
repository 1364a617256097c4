import { z } from "zod";
import { NotFound } from "@/lib/kernel/failures";
import type { Reader, Transaction } from "@/lib/platform/database";
import { TEAM_COLOURS } from "./rules/teams";

const Answers = z.object({
  name: z.string(),
  colour: z.enum(TEAM_COLOURS).nullable(),
  description: z.string(),
  /** What the team will reach: the id of a product or resource or the key of a kind, and bits. */
  access: z.array(z.object({ on: z.string(), rights: z.number().int() })),
  /** What is ticked to be reached, and has no rights yet. */
  ticked: z.array(z.string()).default([]),
  /** Who will be in it, by their place in the organization. */
  members: z.array(z.string()),
  /** Who of them will lead it. */
  leaders: z.array(z.string()).default([]),
  /** The team, once it was made. */
  made: z.string().nullable(),
});

/** What somebody has answered so far in "New team". */
export type TeamAnswers = z.infer<typeof Answers>;

export const EMPTY_TEAM: TeamAnswers = {
  name: "",
  colour: null,
  description: "",
  access: [],
  ticked: [],
  members: [],
  leaders: [],
  made: null,
};

type Own = { organizationId: string; userId: string };

/** The person's own draft in this organization, or null where nothing is kept under this id. */
export async function teamDraftIfBegun(reader: Reader, own: Own, id: string): Promise<TeamAnswers | null> {
  const [draft] = await reader.rows<{ answers: unknown }>(
    `SELECT "answers" FROM "TeamDraft" WHERE "id" = $1::uuid AND "organizationId" = $2::uuid AND "userId" = $3::uuid`,
    id,
    own.organizationId,
    own.userId,
  );
  return draft ? Answers.parse(draft.answers) : null;
}

/** The same; throws {@link NotFound} for any other. */
export async function teamDraftById(reader: Reader, own: Own, id: string): Promise<TeamAnswers> {
  const draft = await teamDraftIfBegun(reader, own, id);
  if (!draft) throw new NotFound();
  return draft;
}

/**
 * Begins a draft under the id that its first page already has in its address, so that Back leads to what was
 * entered. Throws {@link NotFound} where the id is somebody else's.
 */
export async function beginTeamDraft(tx: Transaction, own: Own, id: string, answers: TeamAnswers, now: Date) {
  const { count } = await tx.teamDraft.createMany({
    data: { ...own, id, answers, updatedAt: now },
    skipDuplicates: true,
  });
  if (count === 0) throw new NotFound();
}

/** Keeps the answers of a draft that was begun. */
export async function keepTeamDraft(tx: Transaction, own: Own, id: string, answers: TeamAnswers, now: Date) {
  await tx.teamDraft.update({
    where: { organizationId_id: { organizationId: own.organizationId, id }, userId: own.userId },
    data: { answers, updatedAt: now },
  });
}
