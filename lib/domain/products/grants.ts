import { wordsFor } from "@/lib/access/families";
import type { AuditFacts, AuditNote } from "@/lib/pipeline/record";
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

/** What the record says about a grant: to whom, on what, which rights before and after. */
export function accessNote(
  { holder, object }: { holder: NamedHolder; object: NamedObject },
  { before, after }: { before: number | null; after: number | null },
): AuditNote {
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
    productIds: object.product ? [object.product.id] : [],
    ...(was ? { before: was } : {}),
    ...(is ? { after: is } : {}),
  };
}
