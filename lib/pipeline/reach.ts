import type { Insider } from "@/lib/access/actor";
import { type Demand, demandOf, ensurePermitted, permits } from "@/lib/access/authorize";
import { SCALES } from "@/lib/access/families";
import type { Permission } from "@/lib/access/permissions";
import { type Access, accessOf, allows, rightsOn } from "@/lib/access/resolution";
import { Denied, NotFound } from "@/lib/kernel/failures";
import type { Reader } from "@/lib/platform/database";
import { holders, type ProductTargets, productTargets } from "@/lib/platform/holdings";

/**
 * Where the table asks for access to a product (`technical`, `reached`): throws {@link Denied} unless the person has it,
 * {@link NotFound} where there is no such product. The same function decides that explains (TEAM-5).
 */
export async function ensureReach(
  reader: Reader,
  actor: Insider,
  permission: Permission,
  subscriptionId: string | undefined,
): Promise<void> {
  const demand = demandOf(actor.standing, permission);
  if (!demand || actor.standing.as !== "member") return;
  if (subscriptionId === undefined) throw new Denied(permission);
  const { membershipId } = actor.standing;
  const targets = await productTargets(reader, actor.organization.id, subscriptionId);
  const holder = (await holders(reader, actor.organization.id, [membershipId])).get(membershipId);
  if (!targets || !holder) throw new NotFound();
  if (!satisfies[demand](accessOf(holder), targets)) throw new Denied(permission);
}

/** What the table's words ask of somebody's access to a product. */
const satisfies: Record<Demand, (access: Access, targets: ProductTargets) => boolean> = {
  technical: (access, { product }) => allows(access, product, SCALES.PRODUCT.rights.technical),
  reached: (access, { product, inside }) =>
    [product, ...inside].some((target) => rightsOn(access, target) !== 0),
};

/** Whether {@link ensureReach} and the table would let in, for lists whose products were looked up already. */
export function isLetIn(
  actor: Insider,
  permission: Permission,
  access: Access,
  targets: ProductTargets,
): boolean {
  const demand = demandOf(actor.standing, permission);
  return demand ? satisfies[demand](access, targets) : permits(actor.standing, permission);
}

/** The same as an answer, for pages that offer only what will be let in. */
export async function reaches(
  reader: Reader,
  actor: Insider,
  permission: Permission,
  subscriptionId: string,
): Promise<boolean> {
  try {
    ensurePermitted(actor.standing, permission);
    await ensureReach(reader, actor, permission, subscriptionId);
    return true;
  } catch (failure) {
    if (failure instanceof Denied || failure instanceof NotFound) return false;
    throw failure;
  }
}
