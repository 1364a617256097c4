import { ensureAsShown } from "@/lib/access/seal";
import { ensureUnchanged, takeTurn } from "@/lib/domain/organizations/facts";
import { command } from "@/lib/pipeline/command";
import { effectsOfEnding } from "../everybody";
import { productHolding, resourceInside } from "../facts/resources";
import { EndResource } from "../inputs";

/** Ends something inside a product; everybody's access to it ends with it (PROD-1). */
export const endResource = command("resource.ended", {
  permission: "product.manage",
  input: EndResource,
  product: ({ product }) => product,
  async run({ tx, actor, now }, { product: subscriptionId, resource: id, version, seal }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const product = await productHolding(tx, organizationId, subscriptionId);
    const held = await resourceInside(tx, organizationId, subscriptionId, id);
    ensureUnchanged(version, held.version);
    await ensureAsShown(seal, () => effectsOfEnding(tx, organizationId, held));
    await tx.resource.update({
      where: { organizationId_id: { organizationId, id } },
      data: { endedAt: now, version: { increment: 1 } },
    });
    return {
      result: { id },
      audit: {
        subject: { type: "resource", id, name: held.name },
        productIds: [subscriptionId],
        before: { resourceType: held.type, product: product.name },
      },
    };
  },
});
