-- What the database refuses by itself about products, teams and access, what follows by itself, and who sees which rows.

-- One of each ---------------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "Team_one_name" ON "Team" ("organizationId", lower("name")) WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Resource_one_name" ON "Resource" ("organizationId", "subscriptionId", "type", lower("name"))
  WHERE "endedAt" IS NULL;
-- A mailbox has its address alone, whoever else is on this server.
CREATE UNIQUE INDEX "Resource_one_address" ON "Resource" (lower("name")) WHERE "type" = 'MAILBOX' AND "endedAt" IS NULL;
CREATE UNIQUE INDEX "AccessGrant_once" ON "AccessGrant"
  ("organizationId", coalesce("membershipId", "teamId", "invitationId"), coalesce("subscriptionId"::text, "resourceId"::text, "kindKey"));
CREATE UNIQUE INDEX "Subscription_one_personal_suite" ON "Subscription" ("personalOfId") WHERE "endedAt" IS NULL;
CREATE INDEX "Subscription_by_name" ON "Subscription" ("organizationId", lower("name"), "id") WHERE "endedAt" IS NULL;
CREATE INDEX "Resource_of_subscription" ON "Resource" ("organizationId", "subscriptionId") WHERE "endedAt" IS NULL;
CREATE INDEX "ProvisioningEvent_waiting" ON "ProvisioningEvent" ("id") WHERE "deliveredAt" IS NULL;

ALTER TABLE "Price"
  ADD CONSTRAINT "Price_not_negative" CHECK ("amountMinor" >= 0),
  ADD CONSTRAINT "Price_tier" CHECK ("fromQuantity" >= 1);
ALTER TABLE "Subscription"
  ADD CONSTRAINT "Subscription_quantity" CHECK ("quantity" >= 1),
  ADD CONSTRAINT "Subscription_name_length" CHECK (char_length("name") BETWEEN 1 AND 200),
  ADD CONSTRAINT "Subscription_not_its_own_part" CHECK ("partOfId" <> "id");
ALTER TABLE "Resource"
  ADD CONSTRAINT "Resource_name_length" CHECK (char_length("name") BETWEEN 1 AND 255),
  ADD CONSTRAINT "Resource_shared_rights" CHECK ("sharedRights" >= 0);
ALTER TABLE "Team"
  ADD CONSTRAINT "Team_name_length" CHECK (char_length("name") BETWEEN 1 AND 128);
ALTER TABLE "AccessGrant"
  ADD CONSTRAINT "AccessGrant_one_holder" CHECK (num_nonnulls("membershipId", "teamId", "invitationId") = 1),
  ADD CONSTRAINT "AccessGrant_one_object" CHECK (num_nonnulls("subscriptionId", "resourceId", "kindKey") = 1),
  -- Nothing can be given on purpose only by name: an individual "none" on a folder stands above the team's (TEAM-4).
  ADD CONSTRAINT "AccessGrant_rights" CHECK ("rights" > 0 OR ("rights" = 0 AND "resourceId" IS NOT NULL AND "teamId" IS NULL));

-- Only what lives is given, and only to whom is there -----------------------------------------------------------------

-- FOR SHARE makes an ending of the same row wait, or makes this wait for it: neither overtakes the other.
CREATE FUNCTION refuse_grants_of_the_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found_holder boolean;
  found_object boolean := true;
BEGIN
  IF NEW."membershipId" IS NOT NULL THEN
    PERFORM 1 FROM "Membership" WHERE "organizationId" = NEW."organizationId" AND "id" = NEW."membershipId" AND "endedAt" IS NULL FOR SHARE;
  ELSIF NEW."teamId" IS NOT NULL THEN
    PERFORM 1 FROM "Team" WHERE "organizationId" = NEW."organizationId" AND "id" = NEW."teamId" AND "endedAt" IS NULL FOR SHARE;
  ELSE
    PERFORM 1 FROM "Invitation" WHERE "organizationId" = NEW."organizationId" AND "id" = NEW."invitationId" AND "status" = 'PENDING' FOR SHARE;
  END IF;
  found_holder := FOUND;
  IF NEW."subscriptionId" IS NOT NULL THEN
    PERFORM 1 FROM "Subscription" WHERE "organizationId" = NEW."organizationId" AND "id" = NEW."subscriptionId"
      AND "endedAt" IS NULL AND "partOfId" IS NULL FOR SHARE;
    found_object := FOUND;
  ELSIF NEW."resourceId" IS NOT NULL THEN
    PERFORM 1 FROM "Resource" WHERE "organizationId" = NEW."organizationId" AND "id" = NEW."resourceId" AND "endedAt" IS NULL FOR SHARE;
    found_object := FOUND;
  END IF;
  IF NOT found_holder OR NOT found_object THEN
    RAISE EXCEPTION 'access is given on what is there, alone and not as a part, to somebody who is there' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AccessGrant_of_the_living" BEFORE INSERT ON "AccessGrant"
  FOR EACH ROW EXECUTE FUNCTION refuse_grants_of_the_gone();

CREATE FUNCTION refuse_places_of_the_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Team" WHERE "organizationId" = NEW."organizationId" AND "id" = NEW."teamId" AND "endedAt" IS NULL FOR SHARE;
  IF FOUND THEN
    PERFORM 1 FROM "Membership" WHERE "organizationId" = NEW."organizationId" AND "id" = NEW."membershipId" AND "endedAt" IS NULL FOR SHARE;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a team that is there takes members who are there' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "TeamMember_of_the_living" BEFORE INSERT ON "TeamMember"
  FOR EACH ROW EXECUTE FUNCTION refuse_places_of_the_gone();

-- What follows by itself ----------------------------------------------------------------------------------------------

-- Whoever leaves keeps nothing (USR-12), whichever way they left.
CREATE FUNCTION take_from_former_members() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "TeamMember" t USING new_rows n
  WHERE t."organizationId" = n."organizationId" AND t."membershipId" = n."id" AND n."endedAt" IS NOT NULL;
  DELETE FROM "AccessGrant" g USING new_rows n
  WHERE g."organizationId" = n."organizationId" AND g."membershipId" = n."id" AND n."endedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "Membership_leaves_nothing" AFTER UPDATE ON "Membership"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION take_from_former_members();

-- Whoever joins gets what the invitation carried.
CREATE FUNCTION give_what_was_promised() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "AccessGrant" SET "membershipId" = NEW."id", "invitationId" = NULL
  WHERE "organizationId" = NEW."organizationId" AND "invitationId" = NEW."invitationId";
  INSERT INTO "TeamMember" ("organizationId", "teamId", "membershipId", "joinedAt")
  SELECT "organizationId", "teamId", NEW."id", NEW."joinedAt" FROM "InvitationTeam"
  WHERE "organizationId" = NEW."organizationId" AND "invitationId" = NEW."invitationId";
  DELETE FROM "InvitationTeam" WHERE "organizationId" = NEW."organizationId" AND "invitationId" = NEW."invitationId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Membership_gets_what_was_promised" AFTER INSERT ON "Membership"
  FOR EACH ROW WHEN (NEW."invitationId" IS NOT NULL) EXECUTE FUNCTION give_what_was_promised();

-- An invitation that ended otherwise gives nothing.
CREATE FUNCTION take_from_ended_invitations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "InvitationTeam" t USING new_rows n
  WHERE t."organizationId" = n."organizationId" AND t."invitationId" = n."id" AND n."status" NOT IN ('PENDING', 'ACCEPTED');
  DELETE FROM "AccessGrant" g USING new_rows n
  WHERE g."organizationId" = n."organizationId" AND g."invitationId" = n."id" AND n."status" NOT IN ('PENDING', 'ACCEPTED');
  RETURN NULL;
END $$;
CREATE TRIGGER "Invitation_ended_gives_nothing" AFTER UPDATE ON "Invitation"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION take_from_ended_invitations();

CREATE FUNCTION take_with_ended_teams() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "TeamMember" WHERE "organizationId" = NEW."organizationId" AND "teamId" = NEW."id";
  DELETE FROM "InvitationTeam" WHERE "organizationId" = NEW."organizationId" AND "teamId" = NEW."id";
  DELETE FROM "AccessGrant" WHERE "organizationId" = NEW."organizationId" AND "teamId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Team_ended" AFTER UPDATE OF "endedAt" ON "Team"
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION take_with_ended_teams();

CREATE FUNCTION take_with_ended_resources() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "AccessGrant" WHERE "organizationId" = NEW."organizationId" AND "resourceId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Resource_ended" AFTER UPDATE OF "endedAt" ON "Resource"
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION take_with_ended_resources();

CREATE FUNCTION take_with_ended_subscriptions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Resource" SET "endedAt" = NEW."endedAt"
  WHERE "organizationId" = NEW."organizationId" AND "subscriptionId" = NEW."id" AND "endedAt" IS NULL;
  UPDATE "Subscription" SET "endedAt" = NEW."endedAt"
  WHERE "organizationId" = NEW."organizationId" AND "partOfId" = NEW."id" AND "endedAt" IS NULL;
  DELETE FROM "AccessGrant" WHERE "organizationId" = NEW."organizationId" AND "subscriptionId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Subscription_ended" AFTER UPDATE OF "endedAt" ON "Subscription"
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION take_with_ended_subscriptions();

-- What a back end is told, written with the change itself -------------------------------------------------------------

CREATE FUNCTION tell_of_grants() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- What a pending invitation carries is nobody's access yet.
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
    SELECT n."organizationId", 'access.granted', to_jsonb(n) FROM new_rows n WHERE n."invitationId" IS NULL ORDER BY n."id";
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
    SELECT o."organizationId", 'access.withdrawn', to_jsonb(o) FROM old_rows o WHERE o."invitationId" IS NULL ORDER BY o."id";
  ELSE
    INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
    SELECT n."organizationId", CASE WHEN o."invitationId" IS NULL THEN 'access.changed' ELSE 'access.granted' END, to_jsonb(n)
    FROM new_rows n JOIN old_rows o USING ("id")
    WHERE n."invitationId" IS NULL AND (o."invitationId" IS NOT NULL OR o."rights" <> n."rights") ORDER BY n."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "AccessGrant_told" AFTER INSERT ON "AccessGrant"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_of_grants();
CREATE TRIGGER "AccessGrant_told_changed" AFTER UPDATE ON "AccessGrant"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_of_grants();
CREATE TRIGGER "AccessGrant_told_gone" AFTER DELETE ON "AccessGrant"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_of_grants();

CREATE FUNCTION tell_of_teams() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
    SELECT n."organizationId", 'team.joined', to_jsonb(n) FROM new_rows n ORDER BY n."teamId", n."membershipId";
  ELSE
    INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
    SELECT o."organizationId", 'team.left', to_jsonb(o) FROM old_rows o ORDER BY o."teamId", o."membershipId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "TeamMember_told" AFTER INSERT ON "TeamMember"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_of_teams();
CREATE TRIGGER "TeamMember_told_gone" AFTER DELETE ON "TeamMember"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_of_teams();

-- The role decides what is shared with everybody inside, and who has everything.
CREATE FUNCTION tell_of_members() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
  SELECT n."organizationId", CASE WHEN n."endedAt" IS NULL THEN 'member.changed' ELSE 'member.left' END,
         jsonb_build_object('membershipId', n."id", 'userId', n."userId", 'before', o."role", 'role', n."role")
  FROM new_rows n JOIN old_rows o USING ("id")
  WHERE o."role" <> n."role" OR (o."endedAt" IS NULL AND n."endedAt" IS NOT NULL) ORDER BY n."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Membership_told" AFTER UPDATE ON "Membership"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_of_members();

-- Who sees which rows -------------------------------------------------------------------------------------------------

ALTER TABLE "Subscription" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "Resource" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "AccessGrant" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "ProvisioningEvent" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "Team" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "TeamMember" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "InvitationTeam" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY maintenance ON "Subscription" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "Resource" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "AccessGrant" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "ProvisioningEvent" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "Team" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "TeamMember" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "InvitationTeam" TO CURRENT_USER USING (true);

CREATE POLICY inside ON "Subscription" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY my_personal_suite ON "Subscription" FOR SELECT TO kontor_app USING ("personalOfId" = scope_user());
CREATE POLICY inside ON "Resource" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY inside ON "AccessGrant" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY inside ON "ProvisioningEvent" FOR SELECT TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY inside ON "Team" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY inside ON "TeamMember" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY inside ON "InvitationTeam" TO kontor_app USING ("organizationId" = scope_organization());

GRANT SELECT ON "ProductKind", "Offer", "Price", "ProvisioningEvent" TO kontor_app;
GRANT SELECT, INSERT, UPDATE ON "Subscription", "Resource", "Team" TO kontor_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "AccessGrant", "TeamMember", "InvitationTeam" TO kontor_app;
