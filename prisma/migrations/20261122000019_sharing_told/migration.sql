-- What everybody inside the organization has of a calendar or an address book is access like any other: a back end is told
-- when it begins, changes and ends.
CREATE FUNCTION tell_of_sharing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  was integer := 0;
  is_now integer := CASE WHEN NEW."endedAt" IS NULL THEN NEW."sharedRights" ELSE 0 END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    was := CASE WHEN OLD."endedAt" IS NULL THEN OLD."sharedRights" ELSE 0 END;
  END IF;
  IF was <> is_now THEN
    INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
    VALUES (NEW."organizationId", 'sharing.changed', jsonb_build_object(
      'resourceId', NEW."id", 'subscriptionId', NEW."subscriptionId", 'type', NEW."type", 'before', was, 'rights', is_now));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Resource_told_shared" AFTER INSERT ON "Resource"
  FOR EACH ROW WHEN (NEW."sharedRights" > 0) EXECUTE FUNCTION tell_of_sharing();
CREATE TRIGGER "Resource_told_sharing" AFTER UPDATE OF "sharedRights", "endedAt" ON "Resource"
  FOR EACH ROW EXECUTE FUNCTION tell_of_sharing();

-- Nobody was told of what is shared already.
INSERT INTO "ProvisioningEvent" ("organizationId", "kind", "payload")
SELECT "organizationId", 'sharing.changed', jsonb_build_object(
  'resourceId', "id", 'subscriptionId', "subscriptionId", 'type', "type", 'before', 0, 'rights', "sharedRights")
FROM "Resource" WHERE "endedAt" IS NULL AND "sharedRights" > 0 ORDER BY "id";
