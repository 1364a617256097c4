-- What expired is deleted once it is of no use to anybody. One function of the owner, because the application may
-- delete nothing of this by itself. It goes by the database's own clock: whatever time a caller believes it is, what
-- lives stays.

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
  UNION ALL SELECT 'counters', count(*) FROM counters
  UNION ALL SELECT 'sessions', count(*) FROM sessions
$$;
REVOKE ALL ON FUNCTION forget_leftovers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_leftovers TO kontor_app;
