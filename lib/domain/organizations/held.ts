import type { Holder } from "@/lib/access/resolution";
import { isInside } from "@/lib/access/roles";
import { ensureAsShown, sealOfHolding } from "@/lib/access/seal";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import type { Member } from "./facts";

/** What a member has here; the seal says all of it, so that what was shown to be lost is what is lost. */
export type Held = { member: Member; holder: Holder; seal: string };

/** What these members have, by id and in their order: two statements, however many there are. */
export async function heldBy(
  reader: Reader,
  organizationId: string,
  members: readonly Member[],
): Promise<Map<string, Held>> {
  const ids = members.map(({ id }) => id);
  const held = await holders(reader, organizationId, ids);
  const shared = await sharedWithAll(reader, organizationId);
  return new Map(
    members.flatMap((member): [string, Held][] => {
      const { id, version, billingRight } = member;
      const holder = held.get(id);
      if (!holder) return [];
      const besides = [version, billingRight, isInside(holder.role) ? shared : []];
      return [[id, { member, holder, seal: sealOfHolding(holder, besides) }]];
    }),
  );
}

/** What everybody inside has without being given it (USR-2). */
const sharedWithAll = (reader: Reader, organizationId: string) =>
  reader.rows<{ id: string; sharedRights: number }>(
    `SELECT r."id", r."sharedRights" FROM "Resource" r
     WHERE r."organizationId" = $1::uuid AND r."endedAt" IS NULL AND r."sharedRights" > 0 ORDER BY r."id"`,
    organizationId,
  );

/** Throws a refusal where a form showed that the member has something else than now. */
export const ensureHeldAsShown = (
  reader: Reader,
  organizationId: string,
  member: Member,
  shown: string | undefined,
): Promise<void> =>
  ensureAsShown(shown, async () => (await heldBy(reader, organizationId, [member])).get(member.id));
