import { wordsFor } from "@/lib/access/families";
import type { AuditFacts, AuditNote } from "@/lib/pipeline/record";
import type { Reader } from "@/lib/platform/database";
import { productsOfKind } from "@/lib/platform/holdings";
import type { NamedHolder, NamedObject } from "./facts/access";

/** The columns of a grant that say who has it and on what. */
export const placesOf = (
  holder: Pick<NamedHolder, "as" | "id">,
  object: Pick<NamedObject, "as" | "id">,
): { membershipId: string | null; teamId: string | null; invitationId: string | null } & {
  subscriptionId: string | null;
  resourceId: string | null;
  kindKey: string | null;
} => ({
  membershipId: holder.as === "member" ? holder.id : null,
  teamId: holder.as === "team" ? holder.id : null,
  invitationId: holder.as === "invitation" ? holder.id : null,
  subscriptionId: object.as === "product" ? object.id : null,
  resourceId: object.as === "resource" ? object.id : null,
  kindKey: object.as === "kind" ? object.id : null,
});

/** Rights as the record keeps them: what they are rights on, and the words (`FOLDER write`). */
const recorded = (object: NamedObject, rights: number): string =>
  [object.type, ...wordsFor(object.type, rights)].join(" ");

/** The products whose history tells of it: the one that it is or is inside of, or all that there are of a kind. */
const productsTelling = async (
  reader: Reader,
  organizationId: string,
  { as, id, product }: Pick<NamedObject, "as" | "id" | "product">,
): Promise<string[]> =>
  as === "kind" ? productsOfKind(reader, organizationId, id) : product ? [product.id] : [];

/** What the record says about a grant: to whom, on what, which rights before and after. */
export async function accessNote(
  reader: Reader,
  organizationId: string,
  { holder, object }: { holder: NamedHolder; object: NamedObject },
  { before, after }: { before: number | null; after: number | null },
): Promise<AuditNote> {
  const called = object.as === "kind" ? (object.kindNames.en ?? object.id) : object.name;
  const facts = (rights: number | null): { facts?: AuditFacts } =>
    rights === null
      ? {}
      : {
          facts: {
            object: called,
            // Told in the language of whoever reads it.
            ...(object.as === "kind" ? { allOfKind: true, kindNames: JSON.stringify(object.kindNames) } : {}),
            ...(object.as === "resource" && object.product ? { product: object.product.name } : {}),
            rights: recorded(object, rights),
          },
        };
  const [was, is] = [facts(before).facts, facts(after).facts];
  return {
    subject: { type: holder.as, id: holder.id, name: holder.name || (holder.email ?? "") },
    productIds: await productsTelling(reader, organizationId, object),
    ...(was ? { before: was } : {}),
    ...(is ? { after: is } : {}),
  };
}
