import type { Role } from "./roles";

/** The signed-in person, as every request loads them afresh. */
export type Person = {
  kind: "person";
  userId: string;
  name: string;
  email: string;
  isStaff: boolean;
  locale: string;
  timeZone: string;
  sessionId: string;
  assuranceLevel: 1 | 2;
  /** When password (and second factor, where there is one) were last confirmed. */
  confirmedAt: Date;
};

/** How a person stands in the organization they act in: as its member, or through a partnership. */
export type Standing =
  | { as: "member"; membershipId: string; role: Role; billing: boolean }
  | {
      as: "partner";
      partnershipId: string;
      access: "LIMITED" | "FULL";
      partnerOrganization: { id: string; name: string; slug: string };
    };

/** The organization in the URL. */
export type ActingOrganization = { id: string; slug: string; name: string };

/** A job of the product itself, on the same road as people. */
export type System = { kind: "system"; job: string };

/** Whoever a change is recorded for. */
export type Actor = Person | System;

/** A person inside an organization: what commands and queries of an organization receive. */
export type Insider = Person & { organization: ActingOrganization; standing: Standing };
