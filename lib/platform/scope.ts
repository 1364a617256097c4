import type { Role } from "@/lib/access/roles";
import { addDays } from "@/lib/kernel/dates";
import { isSlug } from "@/lib/kernel/ids";
import { quote, type Reader } from "./database";
import { hashTokenHex } from "./tokens";

/** Days without a request after which a session ends. */
export const SESSION_IDLE_DAYS = 7;

/** Whom a transaction acts for; row-level security shows and takes exactly that. */
export type Scope = { userId?: string; organizationId?: string; link?: string };

/** What the database answers to {@link entering}: null without a living session, no standing outside one's organizations. */
export type Entered = {
  session: {
    id: string;
    userId: string;
    assuranceLevel: 1 | 2;
    confirmedAt: string;
    firstName: string;
    lastName: string;
    email: string;
    locale: string;
    timeZone: string;
    appearance: "LIGHT" | "DARK" | "AUTO";
    staffSince: string | null;
  };
  standing: EnteredStanding | null;
  /** Slug, name, way in, role (at the partner, for clients); by name, own organizations first. */
  switcher: [slug: string, name: string, via: "member" | "partner", role: Role][] | null;
} | null;

type EnteredStanding = { organization: OrganizationRow } & (
  | { as: "member"; membershipId: string; role: Role; billingRight: boolean }
  | {
      as: "partner";
      partnershipId: string;
      access: "LIMITED" | "FULL";
      roleAtPartner: Role;
      partner: { id: string; name: string; slug: string };
    }
);

/** The organization's own row, as every request has it at hand. */
export type OrganizationRow = {
  id: string;
  slug: string;
  name: string;
  kind: "PERSON" | "COMPANY";
  currency: "CHF" | "EUR";
  street: string;
  houseNumber: string;
  postalCode: string;
  city: string;
  country: string;
  phone: string;
  locale: string;
  vatNumber: string;
  version: number;
  legalRepresentatives: number;
  members: number;
  externals: number;
  openInvitations: number;
};

/** The statement that turns a session's token and a slug into an actor and sets the transaction's scope. */
export function entering(token: string, slug: string | null, at: Date, withSwitcher = false): string {
  const wanted = slug !== null && isSlug(slug) ? quote(slug) : "NULL";
  const idleUntil = addDays(at, SESSION_IDLE_DAYS).toISOString();
  return `SELECT enter('\\x${hashTokenHex(token)}', ${wanted}, '${at.toISOString()}', '${idleUntil}', ${withSwitcher}) AS entered`;
}

/** Narrows or widens the scope of the running transaction; only what is given changes. */
export async function setScope(reader: Reader, scope: Scope): Promise<void> {
  for (const [name, value] of [
    ["app.user_id", scope.userId],
    ["app.organization_id", scope.organizationId],
    ["app.link", scope.link === undefined ? undefined : hashTokenHex(scope.link)],
  ] as const)
    if (value !== undefined) await reader.rows("SELECT set_config($1, $2, true)", name, value);
}
