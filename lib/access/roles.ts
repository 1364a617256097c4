/** The roles of a membership, highest first (USR-1). */
export const ROLES = ["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"] as const;

export type Role = (typeof ROLES)[number];

const RANK: Record<Role, number> = {
  LEGAL_REPRESENTATIVE: 3,
  ADMINISTRATOR: 2,
  COLLABORATOR: 1,
  EXTERNAL: 0,
};

/** True when `one` stands strictly above `other`. */
export const outranks = (one: Role, other: Role): boolean => RANK[one] > RANK[other];

/** Whether a role stands inside the organization; externals do not (USR-1, USR-2). */
export const isInside = (role: Role): boolean => role !== "EXTERNAL";

/** Whether a role brings all rights: every product, every user, accounting and orders (USR-1). */
export const hasAllRights = (role: Role): boolean => RANK[role] >= RANK.ADMINISTRATOR;

/** The billing right of a role: by role, never, or a choice (USR-7). */
export const BILLING_RIGHT: Record<Role, "always" | "choice" | "never"> = {
  LEGAL_REPRESENTATIVE: "always",
  ADMINISTRATOR: "always",
  COLLABORATOR: "choice",
  EXTERNAL: "never",
};

/** What is kept of a choice about the billing right: nothing where the role decides (USR-7). */
export const billingChoice = (role: Role, chosen: boolean): boolean =>
  BILLING_RIGHT[role] === "choice" && chosen;

/** Whether a member of this role with that choice has the billing right (USR-7). */
export const hasBillingRight = (role: Role, chosen: boolean): boolean =>
  BILLING_RIGHT[role] === "always" || billingChoice(role, chosen);
