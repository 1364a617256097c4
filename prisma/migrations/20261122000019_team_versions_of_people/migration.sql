-- Whoever joins a team, leaves it, leads it or no longer does raises its version too, however that happens: what a form
-- showed of the team, and of the people whom a change touches, is not what it would do then.
CREATE TRIGGER "TeamMember_of_team_joined" AFTER INSERT ON "TeamMember"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
CREATE TRIGGER "TeamMember_of_team_led" AFTER UPDATE ON "TeamMember"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
CREATE TRIGGER "TeamMember_of_team_left" AFTER DELETE ON "TeamMember"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_versions_of_teams();
