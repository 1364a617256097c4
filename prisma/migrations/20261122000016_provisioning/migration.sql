-- Back ends are told what happened, in order within each organization, nothing left out. Who delivers holds a lease on
-- the first events of an organization; nobody else takes later ones meanwhile. A worker that died is waited for as long
-- as its lease, and what it had not marked is told again, with the same id.

ALTER TABLE "ProvisioningEvent"
  ADD COLUMN "claim" UUID,
  ADD COLUMN "leasedUntil" TIMESTAMPTZ(3),
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "retryAt" TIMESTAMPTZ(3),
  ADD COLUMN "lastError" TEXT;

DROP INDEX "ProvisioningEvent_waiting";
CREATE INDEX "ProvisioningEvent_waiting" ON "ProvisioningEvent" ("organizationId", "id") WHERE "deliveredAt" IS NULL;

-- The first events of one organization that is due, oldest first. An organization is known by its very first event: as
-- long as that one waits or is leased, no other is given away.
CREATE FUNCTION claim_provisioning(most integer, lease interval)
RETURNS SETOF "ProvisioningEvent" LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  chosen "ProvisioningEvent";
  taken uuid := gen_random_uuid();
BEGIN
  WITH RECURSIVE first_of AS (
    (SELECT e."organizationId", e."id" FROM "ProvisioningEvent" e
     WHERE e."deliveredAt" IS NULL ORDER BY e."organizationId", e."id" LIMIT 1)
    UNION ALL
    SELECT n."organizationId", n."id" FROM first_of f CROSS JOIN LATERAL (
      SELECT e."organizationId", e."id" FROM "ProvisioningEvent" e
      WHERE e."deliveredAt" IS NULL AND e."organizationId" > f."organizationId"
      ORDER BY e."organizationId", e."id" LIMIT 1) n
  )
  SELECT e.* INTO chosen FROM "ProvisioningEvent" e
  WHERE e."id" IN (SELECT f."id" FROM first_of f) AND e."deliveredAt" IS NULL
    AND coalesce(e."retryAt", '-infinity') <= now() AND coalesce(e."leasedUntil", '-infinity') <= now()
  ORDER BY e."id" LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE "ProvisioningEvent" e SET "claim" = taken, "leasedUntil" = now() + lease
  WHERE e."id" IN (
    SELECT w."id" FROM "ProvisioningEvent" w
    WHERE w."organizationId" = chosen."organizationId" AND w."deliveredAt" IS NULL ORDER BY w."id" LIMIT most);
  RETURN QUERY SELECT e.* FROM "ProvisioningEvent" e WHERE e."claim" = taken AND e."organizationId" = chosen."organizationId"
    AND e."deliveredAt" IS NULL ORDER BY e."id";
END $$;

-- Once: whoever lost the lease marks nothing. What is left of the lease begins anew.
CREATE FUNCTION mark_provisioned(event bigint, holding uuid, lease interval)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  organization uuid;
BEGIN
  UPDATE "ProvisioningEvent" SET "deliveredAt" = now(), "leasedUntil" = NULL, "retryAt" = NULL, "lastError" = NULL
  WHERE "id" = event AND "claim" = holding AND "deliveredAt" IS NULL RETURNING "organizationId" INTO organization;
  IF organization IS NULL THEN
    RETURN false;
  END IF;
  UPDATE "ProvisioningEvent" SET "leasedUntil" = now() + lease
  WHERE "organizationId" = organization AND "claim" = holding AND "deliveredAt" IS NULL;
  RETURN true;
END $$;

-- It is tried again after a pause, which doubles up to an hour; everything behind it waits with it.
CREATE FUNCTION retry_provisioning(event bigint, holding uuid, reason text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  organization uuid;
BEGIN
  UPDATE "ProvisioningEvent" SET "attempts" = "attempts" + 1, "lastError" = left(reason, 1000),
    "retryAt" = now() + make_interval(secs => least(3600, 5 * 2 ^ least("attempts", 12)))
  WHERE "id" = event AND "claim" = holding AND "deliveredAt" IS NULL RETURNING "organizationId" INTO organization;
  IF organization IS NULL THEN
    RETURN false;
  END IF;
  UPDATE "ProvisioningEvent" SET "claim" = NULL, "leasedUntil" = NULL
  WHERE "organizationId" = organization AND "claim" = holding AND "deliveredAt" IS NULL;
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION claim_provisioning, mark_provisioned, retry_provisioning FROM PUBLIC;
GRANT EXECUTE ON FUNCTION claim_provisioning, mark_provisioned, retry_provisioning TO kontor_app;
