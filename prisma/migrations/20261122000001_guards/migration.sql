-- What the database refuses by itself, and who sees which rows.

-- One place, one open invitation --------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "Membership_one_active_place" ON "Membership" ("organizationId", "userId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Invitation_one_open_per_address" ON "Invitation" ("organizationId", "email") WHERE "status" = 'PENDING';
CREATE UNIQUE INDEX "Partnership_one_active_per_pair" ON "Partnership" ("organizationId", "partnerOrganizationId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Partnership_one_full_partner" ON "Partnership" ("organizationId") WHERE "endedAt" IS NULL AND "access" = 'FULL';

-- The users page reads in these orders.
CREATE INDEX "Membership_by_name" ON "Membership" ("organizationId", "nameKey", "id") WHERE "endedAt" IS NULL;

ALTER TABLE "Organization"
  ADD CONSTRAINT "Organization_keeps_a_legal_representative" CHECK ("status" <> 'ACTIVE' OR "legalRepresentatives" >= 1),
  ADD CONSTRAINT "Organization_name_length" CHECK (char_length("name") BETWEEN 1 AND 200);
ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_external_without_billing" CHECK ("role" <> 'EXTERNAL' OR NOT "billingRight");
ALTER TABLE "Session"
  ADD CONSTRAINT "Session_assurance_level" CHECK ("assuranceLevel" IN (1, 2));
ALTER TABLE "Partnership"
  ADD CONSTRAINT "Partnership_between_two" CHECK ("organizationId" <> "partnerOrganizationId");

-- Counters ------------------------------------------------------------------------------------------------------------

CREATE FUNCTION count_members() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  legal_delta int := 0;
  member_delta int := 0;
  external_delta int := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD."endedAt" IS NULL THEN
    legal_delta := legal_delta - (OLD."role" = 'LEGAL_REPRESENTATIVE')::int;
    member_delta := member_delta - (OLD."role" <> 'EXTERNAL')::int;
    external_delta := external_delta - (OLD."role" = 'EXTERNAL')::int;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."endedAt" IS NULL THEN
    legal_delta := legal_delta + (NEW."role" = 'LEGAL_REPRESENTATIVE')::int;
    member_delta := member_delta + (NEW."role" <> 'EXTERNAL')::int;
    external_delta := external_delta + (NEW."role" = 'EXTERNAL')::int;
  END IF;
  IF legal_delta <> 0 OR member_delta <> 0 OR external_delta <> 0 THEN
    UPDATE "Organization"
    SET "legalRepresentatives" = "legalRepresentatives" + legal_delta,
        "members" = "members" + member_delta,
        "externals" = "externals" + external_delta
    WHERE "id" = coalesce(NEW."organizationId", OLD."organizationId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Membership_counts" AFTER INSERT OR UPDATE OF "role", "endedAt" OR DELETE ON "Membership"
  FOR EACH ROW EXECUTE FUNCTION count_members();

-- Once for all rows of a statement: ten thousand invitations at once would otherwise change one row ten thousand times.
CREATE FUNCTION count_invitations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "Organization" o SET "openInvitations" = o."openInvitations" - gone."count"
    FROM (SELECT "organizationId", count(*) AS "count" FROM old_rows WHERE "status" = 'PENDING' GROUP BY 1) gone
    WHERE o."id" = gone."organizationId";
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "Organization" o SET "openInvitations" = o."openInvitations" + come."count"
    FROM (SELECT "organizationId", count(*) AS "count" FROM new_rows WHERE "status" = 'PENDING' GROUP BY 1) come
    WHERE o."id" = come."organizationId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Invitation_counts_new" AFTER INSERT ON "Invitation"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_invitations();
CREATE TRIGGER "Invitation_counts_changed" AFTER UPDATE ON "Invitation"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_invitations();
CREATE TRIGGER "Invitation_counts_gone" AFTER DELETE ON "Invitation"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_invitations();

-- A place never moves to another organization or person.
CREATE FUNCTION refuse_moving_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a membership belongs to one person and one organization for good';
END $$;
CREATE TRIGGER "Membership_stays" BEFORE UPDATE ON "Membership"
  FOR EACH ROW WHEN (OLD."organizationId" <> NEW."organizationId" OR OLD."userId" <> NEW."userId")
  EXECUTE FUNCTION refuse_moving_membership();

-- The order of names --------------------------------------------------------------------------------------------------

CREATE FUNCTION name_key(first_name text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lower(btrim(last_name || ' ' || first_name))
$$;

CREATE FUNCTION key_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT name_key(u."firstName", u."lastName") INTO NEW."nameKey" FROM "User" u WHERE u."id" = NEW."userId";
  RETURN NEW;
END $$;
CREATE TRIGGER "Membership_name_key" BEFORE INSERT ON "Membership"
  FOR EACH ROW EXECUTE FUNCTION key_membership();

-- A new name reaches every organization of the person, whichever one the change was made from.
CREATE FUNCTION rename_memberships() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Membership" SET "nameKey" = name_key(NEW."firstName", NEW."lastName") WHERE "userId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "User_renamed" AFTER UPDATE OF "firstName", "lastName" ON "User"
  FOR EACH ROW EXECUTE FUNCTION rename_memberships();

-- The record of changes is only ever added to -------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Scopes: who is asking, and in which organization --------------------------------------------------------------------

CREATE FUNCTION scope_user() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user_id', true), '')::uuid
$$;
CREATE FUNCTION scope_organization() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.organization_id', true), '')::uuid
$$;
-- SHA-256 of the link somebody holds: holding the link of an invitation is what lets one see it.
CREATE FUNCTION scope_link() RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT decode(nullif(current_setting('app.link', true), ''), 'hex')
$$;

ALTER TABLE "Organization" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "Membership" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "InvitationDraft" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "Partnership" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "AuditEntry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- Migrations, seeds and the definer functions above run as the owner, never the application.
CREATE POLICY maintenance ON "Organization" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "Membership" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "Invitation" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "InvitationDraft" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "Partnership" TO CURRENT_USER USING (true);
CREATE POLICY maintenance ON "AuditEntry" TO CURRENT_USER USING (true);

CREATE POLICY inside ON "Organization" TO kontor_app USING ("id" = scope_organization());
CREATE POLICY mine ON "Organization" FOR SELECT TO kontor_app USING (
  "id" IN (SELECT m."organizationId" FROM "Membership" m WHERE m."userId" = scope_user() AND m."endedAt" IS NULL)
  OR "id" IN (SELECT p."organizationId" FROM "Partnership" p
              JOIN "Membership" m ON m."organizationId" = p."partnerOrganizationId"
              WHERE p."endedAt" IS NULL AND m."userId" = scope_user() AND m."endedAt" IS NULL));

CREATE POLICY inside ON "Membership" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY mine ON "Membership" FOR SELECT TO kontor_app USING ("userId" = scope_user());

CREATE POLICY inside ON "Invitation" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY by_link ON "Invitation" FOR SELECT TO kontor_app USING ("tokenHash" = scope_link());

CREATE POLICY inside ON "InvitationDraft" TO kontor_app
  USING ("organizationId" = scope_organization() AND "userId" = scope_user());

CREATE POLICY inside ON "Partnership" TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY of_my_organizations ON "Partnership" FOR SELECT TO kontor_app USING (
  "partnerOrganizationId" IN
    (SELECT m."organizationId" FROM "Membership" m WHERE m."userId" = scope_user() AND m."endedAt" IS NULL));

CREATE POLICY inside ON "AuditEntry" FOR SELECT TO kontor_app USING ("organizationId" = scope_organization());
CREATE POLICY mine ON "AuditEntry" FOR SELECT TO kontor_app
  USING ("organizationId" IS NULL AND "actorUserId" = scope_user());
CREATE POLICY written ON "AuditEntry" FOR INSERT TO kontor_app
  WITH CHECK ("organizationId" IS NULL OR "organizationId" = scope_organization());

-- One round trip from the cookie to the actor: who it is, how they stand in the organization of the URL, and the scope set.
CREATE FUNCTION enter(session_hash bytea, wanted_slug text, at timestamptz, idle_until timestamptz, with_switcher boolean)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  s record;
  standing jsonb;
  switcher jsonb;
BEGIN
  SELECT x."id", x."userId", x."assuranceLevel", x."confirmedAt", x."lastSeenAt",
         u."firstName", u."lastName", u."email", u."locale", u."timeZone", u."appearance", u."staffSince"
  INTO s FROM "Session" x JOIN "User" u ON u."id" = x."userId"
  WHERE x."tokenHash" = session_hash AND x."revokedAt" IS NULL AND x."idleExpiresAt" > at AND x."expiresAt" > at;
  IF NOT FOUND THEN RETURN NULL; END IF;

  PERFORM set_config('app.user_id', s."userId"::text, true);
  IF s."lastSeenAt" < at - interval '5 minutes' THEN
    UPDATE "Session" SET "lastSeenAt" = at, "idleExpiresAt" = least("expiresAt", idle_until) WHERE "id" = s."id";
  END IF;

  IF wanted_slug IS NOT NULL THEN
    SELECT jsonb_build_object('organization', to_jsonb(o), 'as', 'member', 'membershipId', m."id",
                              'role', m."role", 'billingRight', m."billingRight")
    INTO standing FROM "Organization" o JOIN "Membership" m ON m."organizationId" = o."id"
    WHERE o."slug" = wanted_slug AND o."status" = 'ACTIVE' AND m."userId" = s."userId" AND m."endedAt" IS NULL;
    IF standing IS NULL THEN
      SELECT jsonb_build_object('organization', to_jsonb(o), 'as', 'partner', 'partnershipId', p."id", 'access', p."access",
                                'roleAtPartner', m."role",
                                'partner', jsonb_build_object('id', q."id", 'name', q."name", 'slug', q."slug"))
      INTO standing FROM "Organization" o
      JOIN "Partnership" p ON p."organizationId" = o."id" AND p."endedAt" IS NULL
      JOIN "Membership" m ON m."organizationId" = p."partnerOrganizationId" AND m."userId" = s."userId" AND m."endedAt" IS NULL
      JOIN "Organization" q ON q."id" = p."partnerOrganizationId" AND q."status" = 'ACTIVE'
      WHERE o."slug" = wanted_slug AND o."status" = 'ACTIVE'
      ORDER BY p."access" DESC, m."role" LIMIT 1;
    END IF;
    IF standing IS NOT NULL THEN
      PERFORM set_config('app.organization_id', standing -> 'organization' ->> 'id', true);
    END IF;
  END IF;

  IF with_switcher THEN
    SELECT coalesce(jsonb_agg(jsonb_build_array(l."slug", l."name", l."via", l."role") ORDER BY l."via", l."name"), '[]')
    INTO switcher FROM (
      SELECT o."slug", o."name", 'member' AS "via", m."role"::text FROM "Membership" m
      JOIN "Organization" o ON o."id" = m."organizationId" AND o."status" = 'ACTIVE'
      WHERE m."userId" = s."userId" AND m."endedAt" IS NULL
      UNION ALL
      SELECT o."slug", o."name", 'partner', min(m."role")::text FROM "Membership" m
      JOIN "Partnership" p ON p."partnerOrganizationId" = m."organizationId" AND p."endedAt" IS NULL
      JOIN "Organization" o ON o."id" = p."organizationId" AND o."status" = 'ACTIVE'
      WHERE m."userId" = s."userId" AND m."endedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Membership" own
                        WHERE own."organizationId" = o."id" AND own."userId" = s."userId" AND own."endedAt" IS NULL)
      GROUP BY o."id"
      ORDER BY 3, 2 LIMIT 100
    ) l;
  END IF;

  RETURN jsonb_build_object('session', to_jsonb(s), 'standing', standing, 'switcher', switcher);
END $$;

-- Jobs are added in the transaction of the change, without any right on the queue itself ------------------------------

CREATE FUNCTION enqueue_job(task text, payload jsonb, run_at timestamptz, max_attempts int, job_key text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload := payload::json, run_at := run_at, max_attempts := max_attempts, job_key := job_key);
END $$;
REVOKE ALL ON FUNCTION enqueue_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job TO kontor_app;

-- The application's role ----------------------------------------------------------------------------------------------

GRANT USAGE ON SCHEMA public TO kontor_app;
GRANT SELECT, INSERT, UPDATE ON "User", "Session", "SignInTicket", "PasswordReset", "KnownBrowser", "Organization",
  "Membership", "Invitation", "Partnership", "OutboxMail", "Submission", "WorkerHeartbeat" TO kontor_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "FailureCounter", "InvitationDraft" TO kontor_app;
GRANT SELECT, INSERT ON "AuditEntry" TO kontor_app;
GRANT SELECT ON "_prisma_migrations" TO kontor_app;
