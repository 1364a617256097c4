-- Lists of people are ordered by what they show: the first name stands first, so it counts first.

CREATE OR REPLACE FUNCTION name_key(first_name text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lower(btrim(first_name || ' ' || last_name))
$$;

UPDATE "Membership" m SET "nameKey" = name_key(u."firstName", u."lastName") FROM "User" u WHERE u."id" = m."userId";
