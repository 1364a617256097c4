/** Characters that an organization's name can have. */
export const LONGEST_NAME = 200;

/**
 * An organization's name: the person's for a person, the legal name for a company (ORG-2). A person's two names may
 * together be longer than an organization's can be: then it ends where it must.
 */
export function organizationName(
  of: { kind: "PERSON"; firstName: string; lastName: string } | { kind: "COMPANY"; legalName: string },
): string {
  const name = of.kind === "PERSON" ? `${of.firstName} ${of.lastName}` : of.legalName;
  return [...name.trim()].slice(0, LONGEST_NAME).join("").trim();
}

/** Countries whose customers are billed in Swiss francs; all others pay in euro (BILL-12). */
const IN_FRANCS = new Set(["CH", "LI"]);

/** The currency of a new organization, for good. */
export const currencyOf = (country: string): "CHF" | "EUR" => (IN_FRANCS.has(country) ? "CHF" : "EUR");

/** Whether everything that an invoice needs to be addressed is there. */
export const hasCompleteCoordinates = (row: {
  street: string;
  postalCode: string;
  city: string;
  country: string;
  phone: string;
}): boolean => [row.street, row.postalCode, row.city, row.country, row.phone].every((part) => part !== "");
