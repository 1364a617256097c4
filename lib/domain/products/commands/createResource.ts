import { rightsFrom, SCALES, wordsFor } from "@/lib/access/families";
import { takeTurn } from "@/lib/domain/organizations/facts";
import { ensure } from "@/lib/kernel/decision";
import { InvalidInput } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { isNameTaken, productHolding } from "../facts/resources";
import { CreateResource } from "../inputs";
import { withItsAddressAlone } from "../oneAddress";
import { mayCreateResource } from "../rules/resources";

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
    if (shared.length > 1 || shared.some((word) => !(word in SCALES[type].rights)))
      throw new InvalidInput({ shared: [{ word: "choose_one" }] });
    const sharedRights = rightsFrom(type, shared);
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
        after: {
          resourceType: type,
          product: product.name,
          ...(sharedRights ? { sharedWithAll: [type, ...wordsFor(type, sharedRights)].join(" ") } : {}),
        },
      },
    };
  },
});
