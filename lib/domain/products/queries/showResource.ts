import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { Id } from "@/lib/domain/organizations/inputs";
import { query } from "@/lib/pipeline/query";
import { PeopleTable } from "../accessTables";
import { effectsOfEnding } from "../everybody";
import { mailDomains, resourceInside } from "../facts/resources";
import { seenProduct } from "../facts/seen";
import { peopleView } from "../peopleView";

/** One thing inside a product: who has which level or flags on it, and from where (TEAM-4, TEAM-5). */
export const showResource = query("resource", {
  permission: "product.manage",
  input: z.object({ product: Id, resource: Id, table: PeopleTable, ending: z.boolean() }),
  product: ({ product }) => product,
  async run({ reader, actor }, { product: productId, resource: id, table, ending }) {
    const organizationId = actor.organization.id;
    const product = await seenProduct(reader, organizationId, productId);
    const resource = await resourceInside(reader, organizationId, productId, id);
    const at = { thing: { id }, isAnythingShared: resource.sharedRights > 0 };
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      timeZone: actor.timeZone,
      product,
      resource,
      people: await peopleView(reader, organizationId, at, resource, table),
      /** Domains that a mailbox's new address can have. */
      domains: resource.type === "MAILBOX" ? await mailDomains(reader, organizationId, productId) : [],
      mayGive: permits(actor.standing, "access.give"),
      /** What ending it takes from whom; only looked up where that is asked. */
      ending: ending ? await effectsOfEnding(reader, organizationId, resource) : null,
    };
  },
});

/** What the page of one thing inside a product shows. */
export type ShownResource = Awaited<ReturnType<typeof showResource.execute>>;
