import { ensureAsShown } from "@/lib/access/seal";
import { ensureUnchanged, takeTurn } from "@/lib/domain/organizations/facts";
import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { effectsOfSharing } from "../everybody";
import { productHolding, resourceInside } from "../facts/resources";
import { ShareResource } from "../inputs";
import { mayShareResource } from "../rules/resources";
import { recordedSharing, sharedRightsFrom } from "../sharing";

/** Shares a calendar or an address book with everybody inside the organization, otherwise than before, or no longer (USR-2). */
export const shareResource = command("resource.shared", {
  permission: "product.manage",
  input: ShareResource,
  product: ({ product }) => product,
  async run({ tx, actor }, { product: subscriptionId, resource: id, version, seal, shared }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const product = await productHolding(tx, organizationId, subscriptionId);
    const resource = await resourceInside(tx, organizationId, subscriptionId, id);
    const { type, name, sharedRights: before } = resource;
    ensureUnchanged(version, resource.version);
    const sharedRights = sharedRightsFrom(type, shared);
    ensure(mayShareResource({ type, before, after: sharedRights }));
    await ensureAsShown(seal, () => effectsOfSharing(tx, organizationId, resource, sharedRights));
    await tx.resource.update({
      where: { organizationId_id: { organizationId, id } },
      data: { sharedRights, version: { increment: 1 } },
    });
    const facts = (rights: number) => ({
      resourceType: type,
      product: product.name,
      sharedWithAll: recordedSharing(type, rights),
    });
    return {
      result: { id },
      audit: {
        subject: { type: "resource", id, name },
        productIds: [subscriptionId],
        before: facts(before),
        after: facts(sharedRights),
      },
    };
  },
});
