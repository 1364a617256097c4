import { z } from "zod";
import { permitsPartner } from "@/lib/access/authorize";
import { Id } from "@/lib/domain/organizations/inputs";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { PeopleTable } from "../accessTables";
import { isAnythingShared } from "../facts/peopleReaching";
import { seenProduct } from "../facts/seen";
import { peopleView } from "../peopleView";

/** Who can reach a product and what is inside it, with which rights, and from where (USR-11, USR-14, TEAM-4). */
export const productAccess = query("product.access", {
  permission: "access.give",
  input: z.object({ id: Id, table: PeopleTable }),
  async run({ reader, actor }, { id, table }) {
    const organizationId = actor.organization.id;
    const product = await seenProduct(reader, organizationId, id);
    const at = { product, isAnythingShared: await isAnythingShared(reader, organizationId, id) };
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      timeZone: actor.timeZone,
      product,
      /** Names of the partners whose people manage this product too: the table's own column decides (PART-5). */
      partners: await partnersManaging(reader),
      people: await peopleView(reader, organizationId, at, product, table),
    };
  },
});

async function partnersManaging(reader: Reader): Promise<string[]> {
  const partners = await reader.rows<{ name: string; access: "LIMITED" | "FULL" }>(
    `SELECT "name", "access" FROM partners_of_scope()`,
  );
  return partners.filter(({ access }) => permitsPartner(access, "product.manage")).map(({ name }) => name);
}
