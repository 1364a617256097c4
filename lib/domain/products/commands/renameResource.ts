import { ensureUnchanged, takeTurn } from "@/lib/domain/organizations/facts";
import { ensure } from "@/lib/kernel/decision";
import { NotFound } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { isNameTaken, mailDomains, productHolding, resourceInside } from "../facts/resources";
import { RenameResource } from "../inputs";
import { withItsAddressAlone } from "../oneAddress";
import { mayHaveAddress, mayRenameResource } from "../rules/resources";

/** Calls something inside a product otherwise; a mailbox gets another address (PROD-1). */
export const renameResource = command("resource.renamed", {
  permission: "product.manage",
  input: RenameResource,
  product: ({ product }) => product,
  async run({ tx, actor }, { product: subscriptionId, resource: id, version, type, name }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const product = await productHolding(tx, organizationId, subscriptionId);
    const held = await resourceInside(tx, organizationId, subscriptionId, id);
    // The name was read as one of this type.
    if (held.type !== type) throw new NotFound();
    ensureUnchanged(version, held.version);
    const taken = { subscriptionId, type, name, except: id };
    ensure(
      mayRenameResource({
        before: held.name,
        after: name,
        isNameTaken: await isNameTaken(tx, organizationId, taken),
      }),
    );
    if (type === "MAILBOX") {
      const domains = await mailDomains(tx, organizationId, subscriptionId);
      ensure(mayHaveAddress({ address: name, domains }), "name");
    }
    await withItsAddressAlone(() =>
      tx.resource.update({
        where: { organizationId_id: { organizationId, id } },
        data: { name, version: { increment: 1 } },
      }),
    );
    return {
      result: { id },
      audit: {
        subject: { type: "resource", id, name },
        productIds: [subscriptionId],
        before: { name: held.name, product: product.name },
        after: { name, product: product.name },
      },
    };
  },
});
