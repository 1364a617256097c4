import { z } from "zod";
import { isLadder, SCALES, wordsFor } from "@/lib/access/families";
import { Id } from "@/lib/domain/organizations/inputs";
import { query } from "@/lib/pipeline/query";
import { effectsOfSharing } from "../everybody";
import { resourceInside } from "../facts/resources";
import { seenProduct } from "../facts/seen";
import { Words } from "../inputs";
import { mayShareResource, SHAREABLE } from "../rules/resources";
import { isSharing, sharedRightsFrom } from "../sharing";

/**
 * What sharing something otherwise with everybody would do, before it is done: how it is shared now, what speaks against
 * the choice, and who gains and loses what (USR-2).
 */
export const previewSharing = query("resource.sharing", {
  permission: "product.manage",
  input: z.object({
    product: Id,
    resource: Id,
    /** Null while nothing is chosen. */
    shared: Words.nullable(),
  }),
  product: ({ product }) => product,
  async run({ reader, actor }, { product: productId, resource: id, shared }) {
    const organizationId = actor.organization.id;
    await seenProduct(reader, organizationId, productId);
    const resource = await resourceInside(reader, organizationId, productId, id);
    const { type, sharedRights: before } = resource;
    // A level that there is not is no choice yet: a link never breaks.
    const after = shared && isSharing(type, shared) ? sharedRightsFrom(type, shared) : null;
    const isShareable = SHAREABLE.includes(type);
    return {
      person: { userId: actor.userId },
      resource,
      levels: isShareable && isLadder(type) ? Object.keys(SCALES[type].rights) : [],
      now: wordsFor(type, before),
      choice:
        after === null
          ? null
          : {
              rights: after,
              word: wordsFor(type, after)[0] ?? "",
              refusals: mayShareResource({ type, before, after }).refusals,
              ...(await effectsOfSharing(reader, organizationId, resource, after)),
            },
    };
  },
});

/** What sharing something otherwise would do. */
export type SharingPreview = Awaited<ReturnType<typeof previewSharing.execute>>;
