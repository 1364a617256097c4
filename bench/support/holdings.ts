import type { Sql } from "@/prisma/stage";

/** How much an organization has; how often each thing was given stays the same in a larger one. */
export type HoldingsSize = { teams: number; products: number; grants: number };

/** Somewhere to look: a mail service with what is inside it, and somebody in two teams. */
export type HoldingsSample = { product: string; member: string };

const PLACES_IN_A_TEAM = 40;
const GRANTS_OF_A_TEAM = 20;

/**
 * Gives an organization products with what is inside them, teams with members, and grants: to teams, on all of a kind,
 * and to every member as many as are left. In sets, and past the triggers, which would tell a back end of each of them.
 */
export async function fillHoldings(
  sql: Sql,
  organizationId: string,
  { teams, products, grants }: HoldingsSize,
): Promise<HoldingsSample> {
  await sql(`SET session_replication_role = replica`);
  await sql(
    `INSERT INTO "Subscription" ("id", "organizationId", "kindKey", "offerKey", "name", "period", "startedOn", "paidUntil")
     SELECT gen_random_uuid(), $1, k."key", 'standard', 'Product ' || lpad(n::text, 5, '0'), 'YEAR', current_date, current_date + 365
     FROM generate_series(1, $2::int) n
     JOIN (VALUES (0, 'mail'), (1, 'drive'), (2, 'web-hosting'), (3, 'ticketing')) k ("number", "key") ON k."number" = n % 4`,
    [organizationId, products],
  );
  await sql(
    `INSERT INTO "Resource" ("id", "organizationId", "subscriptionId", "type", "name")
     SELECT gen_random_uuid(), $1, s."id", i."type"::"ResourceType",
            CASE WHEN s."kindKey" = 'mail' THEN 'box' || n || '.' || s."id" || '@bench.example' ELSE 'Folder ' || n END
     FROM "Subscription" s
     JOIN (VALUES ('mail', 'MAILBOX', 5), ('drive', 'FOLDER', 10)) i ("key", "type", "count") ON i."key" = s."kindKey"
     CROSS JOIN LATERAL generate_series(1, i."count") n
     WHERE s."organizationId" = $1`,
    [organizationId],
  );
  await sql(
    `INSERT INTO "Team" ("id", "organizationId", "name", "colour")
     SELECT gen_random_uuid(), $1, 'Team ' || lpad(n::text, 4, '0'), 'BLUE' FROM generate_series(1, $2::int) n`,
    [organizationId, teams],
  );
  await sql(
    `WITH t AS (SELECT "id", row_number() OVER (ORDER BY "name") - 1 AS "number" FROM "Team" WHERE "organizationId" = $1),
          m AS (SELECT "id", row_number() OVER (ORDER BY "nameKey", "id") - 1 AS "number"
                FROM "Membership" WHERE "organizationId" = $1)
     INSERT INTO "TeamMember" ("organizationId", "teamId", "membershipId", "isLeader", "joinedAt")
     SELECT $1, t."id", m."id", place = 0, now()
     FROM t CROSS JOIN generate_series(0, $2::int - 1) place
     JOIN m ON m."number" = (t."number" * $2::int / 2 + place) % (SELECT count(*) FROM m)`,
    [organizationId, PLACES_IN_A_TEAM],
  );
  await sql(
    `WITH object AS (SELECT *, row_number() OVER (ORDER BY "id", "resourceId") - 1 AS "number"
                     FROM (SELECT "id", NULL::uuid AS "resourceId" FROM "Subscription" WHERE "organizationId" = $1
                           UNION ALL SELECT NULL, "id" FROM "Resource" WHERE "organizationId" = $1) o ("id", "resourceId")),
          holder AS (SELECT "id" AS "membershipId", NULL::uuid AS "teamId", row_number() OVER (ORDER BY "id") AS "number",
                            ($3::int - $4::int * $2::int) / count(*) OVER () AS "grants"
                     FROM "Membership" WHERE "organizationId" = $1
                     UNION ALL
                     SELECT NULL, "id", row_number() OVER (ORDER BY "id"), $2::int FROM "Team" WHERE "organizationId" = $1)
     INSERT INTO "AccessGrant" ("id", "organizationId", "membershipId", "teamId", "subscriptionId", "resourceId", "rights",
                                "grantedAt", "grantedById", "grantedByName")
     SELECT gen_random_uuid(), $1, h."membershipId", h."teamId", o."id", o."resourceId", CASE WHEN o."id" IS NULL THEN 3 ELSE 1 END,
            now(), gen_random_uuid(), 'Ada Zimmer'
     FROM holder h CROSS JOIN LATERAL generate_series(1, h."grants") n
     JOIN object o ON o."number" = (h."number" * 7 + n * 509) % (SELECT count(*) FROM object)`,
    [organizationId, GRANTS_OF_A_TEAM, grants, teams],
  );
  await sql(
    `INSERT INTO "AccessGrant" ("id", "organizationId", "membershipId", "kindKey", "rights", "grantedAt", "grantedById", "grantedByName")
     SELECT gen_random_uuid(), $1, m."id", k."key", 1, now(), gen_random_uuid(), 'Ada Zimmer'
     FROM (SELECT "id", row_number() OVER (ORDER BY "nameKey", "id") AS "number" FROM "Membership" WHERE "organizationId" = $1) m
     JOIN (VALUES ('mail', 0), ('drive', 10), ('web-hosting', 20)) k ("key", "from") ON m."number" BETWEEN k."from" + 1 AND k."from" + 10`,
    [organizationId],
  );
  await sql(`SET session_replication_role = DEFAULT`);
  const [product] = await sql<{ id: string }>(
    `SELECT "id" FROM "Subscription" WHERE "organizationId" = $1 AND "kindKey" = 'mail' ORDER BY "name" LIMIT 1 OFFSET 20`,
    [organizationId],
  );
  const [member] = await sql<{ id: string }>(
    `SELECT "id" FROM "Membership" WHERE "organizationId" = $1 AND "role" = 'COLLABORATOR' ORDER BY "nameKey" LIMIT 1 OFFSET 500`,
    [organizationId],
  );
  if (!product || !member) throw new Error("nothing to look at was made");
  return { product: product.id, member: member.id };
}
