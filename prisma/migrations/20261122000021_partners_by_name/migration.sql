-- An organization sees by name which partners step into it, and nothing else of them: their rows stay their own.
CREATE FUNCTION partners_of_scope() RETURNS TABLE ("name" text, "access" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q."name", p."access"::text
  FROM "Partnership" p JOIN "Organization" q ON q."id" = p."partnerOrganizationId"
  WHERE p."organizationId" = scope_organization() AND p."endedAt" IS NULL AND q."status" = 'ACTIVE'
  ORDER BY lower(q."name"), q."id"
$$;
REVOKE ALL ON FUNCTION partners_of_scope FROM PUBLIC;
GRANT EXECUTE ON FUNCTION partners_of_scope TO kontor_app;
