import type { ActingOrganization, Insider, Person, Standing } from "@/lib/access/actor";
import { entersClients } from "@/lib/access/authorize";
import { hasBillingRight } from "@/lib/access/roles";
import { ActorChanged, NotFound, NotSignedIn } from "@/lib/kernel/failures";
import type { Entered, OrganizationRow } from "@/lib/platform/scope";
import type { Caller } from "./caller";

/** The person behind a living session, or null. */
export function personOf(entered: Entered): Person | null {
  if (!entered) return null;
  const { session } = entered;
  return {
    kind: "person",
    userId: session.userId,
    name: `${session.firstName} ${session.lastName}`.trim(),
    email: session.email,
    isStaff: session.staffSince !== null,
    locale: session.locale,
    timeZone: session.timeZone,
    sessionId: session.id,
    assuranceLevel: session.assuranceLevel,
    confirmedAt: new Date(session.confirmedAt),
  };
}

/** Throws {@link ActorChanged} when the form was made for another account than the one signed in now. */
export function ensureSameActor(caller: Caller, person: Person | null): void {
  if (caller.form?.userId && person && caller.form.userId !== person.userId) throw new ActorChanged();
}

/**
 * The person inside the organization of the URL. Throws {@link NotSignedIn} without a session and
 * {@link NotFound} outside the person's organizations, which cannot be told from an unknown one.
 */
export function insiderOf(
  entered: Entered,
): Insider & { organizationRow: OrganizationRow; entered: NonNullable<Entered> } {
  const person = personOf(entered);
  if (!entered || !person) throw new NotSignedIn();
  const { standing } = entered;
  if (!standing) throw new NotFound();
  const { id, slug, name } = standing.organization;
  const organization: ActingOrganization = { id, slug, name };
  return {
    ...person,
    organization,
    organizationRow: standing.organization,
    entered,
    standing: standingOf(standing),
  };
}

function standingOf(entered: NonNullable<NonNullable<Entered>["standing"]>): Standing {
  if (entered.as === "member")
    return {
      as: "member",
      membershipId: entered.membershipId,
      role: entered.role,
      billing: hasBillingRight(entered.role, entered.billingRight),
    };
  if (!entersClients(entered.roleAtPartner)) throw new NotFound();
  return {
    as: "partner",
    partnershipId: entered.partnershipId,
    access: entered.access,
    partnerOrganization: entered.partner,
  };
}
