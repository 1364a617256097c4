import { addMinutes } from "@/lib/kernel/dates";
import { ConfirmationNeeded, Denied, NotSignedIn } from "@/lib/kernel/failures";
import type { Person, Standing } from "./actor";
import {
  type ByRole,
  type Permission,
  type PersonalPermission,
  permissions,
  personalRow,
} from "./permissions";
import type { Role } from "./roles";

/** Minutes that a confirmed password holds (security.md, step-up). */
const CONFIRMATION_MINUTES = 15;

/** Whether this role at a partner steps into every client by itself (PART-15); collaborators need to be assigned. */
export const entersClients = (roleAtPartner: Role): boolean =>
  roleAtPartner === "LEGAL_REPRESENTATIVE" || roleAtPartner === "ADMINISTRATOR";

/** Whether the table lets partners with this access use the permission. */
export const permitsPartner = (access: "LIMITED" | "FULL", permission: Permission): boolean => {
  const { partner } = permissions[permission];
  return partner === "limited" || (partner === "full" && access === "FULL");
};

/** Whether the table lets this standing use the permission; recency of confirmation is a question of its own. */
export function permits(standing: Standing, permission: Permission): boolean {
  if (standing.as === "partner") return permitsPartner(standing.access, permission);
  const cell: ByRole = permissions[permission][standing.role];
  return cell === "yes" || (cell === "billing" && standing.billing);
}

/** What the table asks of a person about the product in question, beside their role; null where it asks nothing. */
export type Demand = Extract<ByRole, "technical" | "reached">;

/** The table's demand of this standing; null where the role alone decides. */
export function demandOf(standing: Standing, permission: Permission): Demand | null {
  if (standing.as === "partner") return null;
  const cell: ByRole = permissions[permission][standing.role];
  return cell === "technical" || cell === "reached" ? cell : null;
}

/** Whether the person confirmed who they are recently enough for an act that asks for it. */
const isFreshlyConfirmed = (person: Pick<Person, "confirmedAt">, now: Date): boolean =>
  addMinutes(person.confirmedAt, CONFIRMATION_MINUTES) > now;

/**
 * Throws {@link Denied} unless the table lets this standing use the permission: for looking, which no password is asked
 * for. What the table asks about the product in question is asked by the pipeline, which knows the product.
 */
export function ensurePermitted(standing: Standing, permission: Permission): void {
  if (!permits(standing, permission) && !demandOf(standing, permission)) throw new Denied(permission);
}

/** Throws {@link Denied} or {@link ConfirmationNeeded} unless the table lets the person do this in the organization. */
export function authorize(person: Person, standing: Standing, permission: Permission, now: Date): void {
  ensurePermitted(standing, permission);
  if (permissions[permission].confirm === "password" && !isFreshlyConfirmed(person, now))
    throw new ConfirmationNeeded();
}

/** The same for acts outside any organization; throws {@link NotSignedIn} where a person is needed and none is there. */
export function authorizePersonally(person: Person | null, permission: PersonalPermission, now: Date): void {
  const { who, confirm } = personalRow(permission);
  if (who === "anyone") return;
  if (!person) throw new NotSignedIn();
  if (who === "staff" && !person.isStaff) throw new Denied(permission);
  if (confirm === "password" && !isFreshlyConfirmed(person, now)) throw new ConfirmationNeeded();
}
