-- What the pages "who can reach this" and "what can this person reach" look for, in an organization of any size.

-- All of a kind, given and had.
CREATE INDEX "AccessGrant_of_kind" ON "AccessGrant" ("organizationId", "kindKey") WHERE "kindKey" IS NOT NULL;
CREATE INDEX "Subscription_of_kind" ON "Subscription" ("organizationId", "kindKey") WHERE "endedAt" IS NULL;
CREATE INDEX "Subscription_parts" ON "Subscription" ("organizationId", "partOfId") WHERE "partOfId" IS NOT NULL;
-- Everything by their role: few among many.
CREATE INDEX "Membership_with_all_rights" ON "Membership" ("organizationId")
  WHERE "endedAt" IS NULL AND "role" IN ('LEGAL_REPRESENTATIVE', 'ADMINISTRATOR');
-- Shared with everybody inside: few among many.
CREATE INDEX "Resource_shared" ON "Resource" ("organizationId", "subscriptionId") WHERE "endedAt" IS NULL AND "sharedRights" > 0;
