import type { Role } from "./roles";

/**
 * What a role may do: yes, no, only with the billing right, only on a product that they have the technical right on, or only
 * on one that they reach in any way (USR-11, USR-14).
 */
export type ByRole = "yes" | "no" | "billing" | "technical" | "reached";

/** Which partners may do it in a client's organization; `limited` admits full partners too. */
type ByPartner = "no" | "limited" | "full";

/** How freshly the person must have confirmed who they are (15 minutes). */
type Confirm = "none" | "password";

export type OrganizationRow = Record<Role, ByRole> & { partner: ByPartner; confirm: Confirm };

/**
 * THE table: who may do what inside an organization. It lists who may, never who may not.
 * The README prints it; a test fails when they differ.
 */
export const permissions = {
  "organization.view": row("yes", "yes", "yes", "yes", "limited"),
  "organization.leave": row("yes", "yes", "yes", "yes", "no"),
  "settings.view": row("yes", "yes", "no", "no", "no"),
  "settings.edit": row("yes", "no", "no", "no", "no"),
  "user.view": row("yes", "yes", "no", "no", "limited"),
  "user.invite": row("yes", "yes", "no", "no", "limited"),
  "user.change": row("yes", "yes", "no", "no", "limited"),
  "user.remove": row("yes", "yes", "no", "no", "limited"),
  "billing-right.give": row("yes", "yes", "no", "no", "full"),
  "administrator.give": row("yes", "yes", "no", "no", "full", "password"),
  "legal-representative.give": row("yes", "no", "no", "no", "no", "password"),
  "legal-representative.replace": row("yes", "no", "no", "no", "no", "password"),
  "product.view": row("yes", "yes", "no", "no", "full"),
  "product.open": row("yes", "yes", "reached", "reached", "full"),
  "product.manage": row("yes", "yes", "technical", "technical", "full"),
  "access.give": row("yes", "yes", "no", "no", "full"),
  "team.view": row("yes", "yes", "no", "no", "limited"),
  "team.manage": row("yes", "yes", "no", "no", "limited"),
  "activity.view": row("yes", "yes", "no", "no", "no"),
} satisfies Record<string, OrganizationRow>;

export type Permission = keyof typeof permissions;

/** Who may do something outside organizations. Confirmation is asked of persons only: nobody else has a password here. */
export type PersonalRow = { who: "anyone" | "person" | "staff"; confirm: Confirm };

/** Who may do what outside any organization: anyone, a signed-in person for themselves, or the provider's staff. */
export const personalPermissions = {
  "account.open": { who: "anyone", confirm: "none" },
  "session.open": { who: "anyone", confirm: "none" },
  "password.recover": { who: "anyone", confirm: "none" },
  "invitation.answer": { who: "anyone", confirm: "none" },
  "language.choose": { who: "anyone", confirm: "none" },
  "account.use": { who: "person", confirm: "none" },
  "organization.create": { who: "person", confirm: "none" },
  "mail.read": { who: "staff", confirm: "none" },
} satisfies Record<string, PersonalRow>;

export type PersonalPermission = keyof typeof personalPermissions;

/** The table's row of a permission outside organizations. */
export const personalRow = (permission: PersonalPermission): PersonalRow => personalPermissions[permission];

function row(
  LEGAL_REPRESENTATIVE: ByRole,
  ADMINISTRATOR: ByRole,
  COLLABORATOR: ByRole,
  EXTERNAL: ByRole,
  partner: ByPartner,
  confirm: Confirm = "none",
): OrganizationRow {
  return { LEGAL_REPRESENTATIVE, ADMINISTRATOR, COLLABORATOR, EXTERNAL, partner, confirm };
}
