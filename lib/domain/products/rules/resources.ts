import { FAMILIES, type Family, type ResourceType } from "@/lib/access/families";
import { asciiDomain } from "@/lib/domain/identity/rules/address";
import { refuseWhen } from "@/lib/kernel/decision";

/** Characters that the name of something inside a product can have, as a team's (TEAM-1); an address has its own length. */
export const LONGEST_RESOURCE_NAME = 128;

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

/** The domain of an address. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Domains out of the names of products of the family "domain", as addresses are written with them; each once, by name. */
export const domainsAmong = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => asciiDomain(name.trim())).filter((domain) => domain !== null))].sort();

/**
 * Whether a mailbox can have this address: its domain is one of the organization's own, or in use in that mail service
 * already.
 */
export const mayHaveAddress = (facts: { address: string; domains: readonly string[] }) =>
  refuseWhen({
    no_domain_yet: facts.domains.length === 0,
    domain_not_own: facts.domains.length > 0 && !facts.domains.includes(domainOf(facts.address)),
  });

/** How many addresses a product has in all; null where they are not its own to count: a suite has some for each user. */
export const addressesInAll = (of: {
  family: Family;
  addresses: number | null;
  quantity: number;
}): number | null => (of.family === "suite" || of.addresses === null ? null : of.addresses * of.quantity);

/** Whether there can be one more mailbox: there are as many as addresses were bought at most. */
export const mayAddMailbox = (facts: { addresses: number | null; mailboxes: number }) =>
  refuseWhen({ no_address_left: facts.addresses !== null && facts.mailboxes >= facts.addresses });

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
