-- The organization that holds one's personal suite stands first among one's own (ORG-6); nothing else is different.
CREATE OR REPLACE FUNCTION enter(session_hash bytea, wanted_slug text, at timestamptz, idle_until timestamptz, with_switcher boolean)
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
    SELECT coalesce(jsonb_agg(jsonb_build_array(l."slug", l."name", l."via", l."role") ORDER BY l."via", l."isPersonal" DESC, l."name"), '[]')
    INTO switcher FROM (
      SELECT o."slug", o."name", 'member' AS "via", m."role"::text,
             EXISTS (SELECT 1 FROM "Subscription" p
                     WHERE p."personalOfId" = s."userId" AND p."organizationId" = o."id" AND p."endedAt" IS NULL) AS "isPersonal"
      FROM "Membership" m
      JOIN "Organization" o ON o."id" = m."organizationId" AND o."status" = 'ACTIVE'
      WHERE m."userId" = s."userId" AND m."endedAt" IS NULL
      UNION ALL
      SELECT o."slug", o."name", 'partner', min(m."role")::text, false FROM "Membership" m
      JOIN "Partnership" p ON p."partnerOrganizationId" = m."organizationId" AND p."endedAt" IS NULL
      JOIN "Organization" o ON o."id" = p."organizationId" AND o."status" = 'ACTIVE'
      WHERE m."userId" = s."userId" AND m."endedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Membership" own
                        WHERE own."organizationId" = o."id" AND own."userId" = s."userId" AND own."endedAt" IS NULL)
      GROUP BY o."id"
      ORDER BY 3, 5 DESC, 2 LIMIT 100
    ) l;
  END IF;

  RETURN jsonb_build_object('session', to_jsonb(s), 'standing', standing, 'switcher', switcher);
END $$;
