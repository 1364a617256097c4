-- What somebody has answered so far while they set up a team; forgotten like unfinished invitations.

-- CreateTable
CREATE TABLE "TeamDraft" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeamDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TeamDraft_organizationId_id_key" ON "TeamDraft"("organizationId", "id");

-- AddForeignKey
ALTER TABLE "TeamDraft" ADD CONSTRAINT "TeamDraft_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "TeamDraft" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON "TeamDraft" TO CURRENT_USER USING (true);
CREATE POLICY inside ON "TeamDraft" TO kontor_app
  USING ("organizationId" = scope_organization() AND "userId" = scope_user());
GRANT SELECT, INSERT, UPDATE, DELETE ON "TeamDraft" TO kontor_app;

DROP FUNCTION forget_leftovers();
CREATE FUNCTION forget_leftovers() RETURNS TABLE (what text, gone bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH submissions AS (
    DELETE FROM "Submission" WHERE "createdAt" < now() - interval '7 days' RETURNING 1
  ), tickets AS (
    DELETE FROM "SignInTicket" WHERE "expiresAt" < now() OR "consumedAt" < now() RETURNING 1
  ), resets AS (
    DELETE FROM "PasswordReset" WHERE "expiresAt" < now() OR "consumedAt" < now() RETURNING 1
  ), drafts AS (
    DELETE FROM "InvitationDraft" WHERE "updatedAt" < now() - interval '30 days' RETURNING 1
  ), team_drafts AS (
    DELETE FROM "TeamDraft" WHERE "updatedAt" < now() - interval '30 days' RETURNING 1
  ), counters AS (
    -- After a day without an attempt counting starts afresh anyway.
    DELETE FROM "FailureCounter"
    WHERE "lastFailedAt" < now() - interval '1 day' AND "blockedUntil" < now() RETURNING 1
  ), sessions AS (
    DELETE FROM "Session"
    WHERE least("revokedAt", "idleExpiresAt", "expiresAt") < now() - interval '30 days' RETURNING 1
  )
  SELECT 'submissions', count(*) FROM submissions
  UNION ALL SELECT 'tickets', count(*) FROM tickets
  UNION ALL SELECT 'resets', count(*) FROM resets
  UNION ALL SELECT 'drafts', count(*) FROM drafts
  UNION ALL SELECT 'teamDrafts', count(*) FROM team_drafts
  UNION ALL SELECT 'counters', count(*) FROM counters
  UNION ALL SELECT 'sessions', count(*) FROM sessions
$$;
REVOKE ALL ON FUNCTION forget_leftovers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_leftovers TO kontor_app;
