import type { Transaction } from "@/lib/platform/database";

/** Ends people's places. The actor is loaded afresh for every request, so nothing outlives it (USR-12). */
export async function endMemberships(
  tx: Transaction,
  end: { organizationId: string; ids: string[]; by: string; at: Date },
): Promise<void> {
  const { organizationId, ids } = end;
  await tx.membership.updateMany({
    where: { organizationId, id: { in: ids }, endedAt: null },
    data: { endedAt: end.at, endedById: end.by, version: { increment: 1 } },
  });
}
