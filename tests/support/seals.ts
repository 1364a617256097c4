import { membersById } from "@/lib/domain/organizations/facts";
import { heldBy } from "@/lib/domain/organizations/held";
import type { Reader } from "@/lib/platform/database";
import { asOwner } from "./database";

const owner: Reader = { rows: (sql, ...values) => asOwner(sql, values) as Promise<never[]> };

/** What a form about these members would be sealed with now, in their order. */
export async function sealsOf(organizationId: string, ids: readonly string[]): Promise<string[]> {
  const held = await heldBy(owner, organizationId, await membersById(owner, organizationId, [...ids]));
  return ids.map((id) => held.get(id)?.seal ?? "");
}
