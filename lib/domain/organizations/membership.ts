import type { Transaction } from "@/lib/platform/database";

/** Ends somebody's place. The actor is loaded afresh for every request, so nothing outlives it (USR-12). */
export async function endMembership(
  tx: Transaction,
  end: { organizationId: string; id: string; by: string; at: Date },
): Promise<void> {
  const { organizationId, id } = end;
  await tx.membership.update({
    where: { organizationId_id: { organizationId, id } },
    data: { endedAt: end.at, endedById: end.by, version: { increment: 1 } },
  });
}
