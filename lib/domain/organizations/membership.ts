import type { Transaction } from "@/lib/platform/database";
import { productsOfMembers } from "@/lib/platform/holdings";

/**
 * Ends people's places. The actor is loaded afresh for every request, so nothing outlives it (USR-12). Returns, by place,
 * the products that each had something of: their history tells it.
 */
export async function endMemberships(
  tx: Transaction,
  end: { organizationId: string; ids: string[]; by: string; at: Date },
): Promise<Map<string, string[]>> {
  const { organizationId, ids } = end;
  const reached = await productsOfMembers(tx, organizationId, ids);
  await tx.membership.updateMany({
    where: { organizationId, id: { in: ids }, endedAt: null },
    data: { endedAt: end.at, endedById: end.by, version: { increment: 1 } },
  });
  return reached;
}
