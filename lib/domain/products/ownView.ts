import type { Insider } from "@/lib/access/actor";
import { accessOf } from "@/lib/access/resolution";
import { hasAllRights } from "@/lib/access/roles";
import { isLetIn } from "@/lib/pipeline/reach";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import { productWithParts, thingsInside } from "./facts/seen";
import { type HadProduct, had } from "./had";
import { onOf } from "./reachLines";

/** What the reader has on a product and inside it, and what of it opens for them. */
export type OwnProduct = HadProduct & { isOpen: boolean; isManaged: boolean };

/**
 * What the reader has on a product and on its parts, by product; null for those who have everything by their role and
 * for partners. Whoever reaches only parts of it sees only those (USR-11).
 */
export async function ownView(
  reader: Reader,
  actor: Insider,
  id: string,
): Promise<ReadonlyMap<string, OwnProduct> | null> {
  const { standing, organization } = actor;
  if (standing.as !== "member" || hasAllRights(standing.role)) return null;
  const held = await holders(reader, organization.id, [standing.membershipId]);
  const holder = held.get(standing.membershipId);
  if (!holder) return new Map();
  const products = await productWithParts(reader, organization.id, id);
  const ids = products.map((product) => product.id);
  const things = await thingsInside(reader, organization.id, ids, onOf([holder]));
  const access = accessOf(holder);
  return new Map(
    products.map((product): [string, OwnProduct] => {
      const reached = { product, inside: things.filter(({ productId }) => productId === product.id) };
      const isLet = (permission: "product.open" | "product.manage") =>
        isLetIn(actor, permission, access, reached);
      const own = { isOpen: isLet("product.open"), isManaged: isLet("product.manage") };
      return [product.id, { ...had(holder, reached), ...own }];
    }),
  );
}
