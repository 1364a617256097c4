import { FAMILIES, type Family, type ResourceType } from "@/lib/access/families";
import { refuseWhen } from "@/lib/kernel/decision";

/** Characters that the name of something inside a product can have. */
export const LONGEST_RESOURCE_NAME = 255;

/** What can be shared with everybody inside the organization at once (USR-2). */
export const SHAREABLE: readonly ResourceType[] = ["CALENDAR", "ADDRESS_BOOK"];

type CreateFacts = {
  product: { family: Family; isThere: boolean };
  type: ResourceType;
  isShared: boolean;
  /** Another one of its type in the same product has this name. */
  isNameTaken: boolean;
};

/** Whether something new can be made inside a product (PROD-1, USR-2). */
export const mayCreateResource = ({ product, type, isShared, isNameTaken }: CreateFacts) =>
  refuseWhen({
    product_has_ended: !product.isThere,
    not_held_by_this_kind: !(FAMILIES[product.family].holds as readonly ResourceType[]).includes(type),
    not_to_be_shared: isShared && !SHAREABLE.includes(type),
    name_taken_here: isNameTaken,
  });

/** Whether something can be shared otherwise with everybody inside the organization (USR-2); bits before and after. */
export const mayShareResource = (facts: { type: ResourceType; before: number; after: number }) =>
  refuseWhen({
    not_to_be_shared: !SHAREABLE.includes(facts.type),
    nothing_to_change: facts.before === facts.after,
  });

/** Whether something inside a product can be called otherwise. */
export const mayRenameResource = (facts: { before: string; after: string; isNameTaken: boolean }) =>
  refuseWhen({
    nothing_to_change: facts.before === facts.after,
    name_taken_here: facts.isNameTaken,
  });
