-- Whatever gives a team something, gives it otherwise or takes it away raises the team's version, on whichever page it
-- is done: a form that showed what a change of the team would do then has shown something else, and is refused.
CREATE FUNCTION raise_versions_of_teams() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Team" t SET "version" = t."version" + 1
  WHERE t."endedAt" IS NULL AND (t."organizationId", t."id") IN (
    SELECT c."organizationId", c."teamId" FROM changed c WHERE c."teamId" IS NOT NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER "AccessGrant_of_team_given" AFTER INSERT ON "AccessGrant"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
CREATE TRIGGER "AccessGrant_of_team_changed" AFTER UPDATE ON "AccessGrant"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
CREATE TRIGGER "AccessGrant_of_team_gone" AFTER DELETE ON "AccessGrant"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();

-- Whoever joins a team, leaves it, leads it or no longer does raises its version too, however that happens: what a form
-- showed of the team, and of the people whom a change touches, is not what it would do then.
CREATE TRIGGER "TeamMember_of_team_joined" AFTER INSERT ON "TeamMember"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
CREATE TRIGGER "TeamMember_of_team_led" AFTER UPDATE ON "TeamMember"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
CREATE TRIGGER "TeamMember_of_team_left" AFTER DELETE ON "TeamMember"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
