import { takeTurn } from "@/lib/domain/organizations/facts";
import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { isNameTaken, mailboxRoom, mailDomains, productHolding } from "../facts/resources";
import { CreateResource } from "../inputs";
import { withItsAddressAlone } from "../oneAddress";
import { mayAddMailbox, mayCreateResource, mayHaveAddress } from "../rules/resources";
import { recordedSharing, sharedRightsFrom } from "../sharing";

/** Makes a mailbox, folder, channel, calendar or address book inside a product (PROD-1, USR-2). */
export const createResource = command("resource.created", {
  permission: "product.manage",
  input: CreateResource,
  product: ({ product }) => product,
  async run({ tx, actor }, { product: subscriptionId, type, name, shared }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const product = await productHolding(tx, organizationId, subscriptionId);
    ensure(
      mayCreateResource({
        product,
        type,
        isShared: shared.length > 0,
        isNameTaken: await isNameTaken(tx, organizationId, { subscriptionId, type, name }),
      }),
    );
    if (type === "MAILBOX") {
      const room = await mailboxRoom(tx, organizationId, subscriptionId);
      ensure(mayAddMailbox(room), undefined, { count: room.addresses ?? 0 });
      const domains = await mailDomains(tx, organizationId, subscriptionId);
      ensure(mayHaveAddress({ address: name, domains }), "name");
    }
    const sharedRights = sharedRightsFrom(type, shared);
    const { id } = await withItsAddressAlone(() =>
      tx.resource.create({
        data: { organizationId, subscriptionId, type, name, sharedRights },
        select: { id: true },
      }),
    );
    return {
      result: { id, type },
      audit: {
        subject: { type: "resource", id, name },
        productIds: [subscriptionId],
        after: {
          resourceType: type,
          product: product.name,
          ...(sharedRights ? { sharedWithAll: recordedSharing(type, sharedRights) } : {}),
        },
      },
    };
  },
});
