import { NotFound } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import type { Transaction } from "@/lib/platform/database";
import { Prisma } from "@/prisma/generated/client";
import type { Caller } from "./caller";

/**
 * Runs `work` once per submitted form: a second submission with the same key waits for the first and gets its answer.
 * A refused or failed submission leaves no trace, so that it can be sent again.
 */
export async function once<Result>(
  tx: Transaction,
  caller: Caller,
  command: string,
  userId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const key = caller.form?.key;
  if (!key || !isUuid(key)) return work();
  const [claimed] = await tx.rows<{ key: string }>(
    `INSERT INTO "Submission" ("key", "userId", "command") VALUES ($1::uuid, $2::uuid, $3)
     ON CONFLICT DO NOTHING RETURNING "key"`,
    key,
    userId,
    command,
  );
  if (!claimed) {
    const earlier = await earlierAnswer<Result>(tx, caller, command, userId);
    if (!earlier) throw new NotFound();
    return earlier.result;
  }
  const result = await work();
  await tx.submission.update({
    where: { key },
    data: { result: (result ?? Prisma.JsonNull) as Prisma.InputJsonValue },
  });
  return result;
}

/** What this very form was answered before, to the same person; null when it was not. */
export async function earlierAnswer<Result>(
  tx: Transaction,
  caller: Caller,
  command: string,
  userId: string,
): Promise<{ result: Result } | null> {
  const key = caller.form?.key;
  if (!key || !isUuid(key)) return null;
  const earlier = await tx.submission.findUnique({ where: { key } });
  if (!earlier || earlier.userId !== userId || earlier.command !== command) return null;
  return { result: earlier.result as Result };
}
