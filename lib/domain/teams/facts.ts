import type { ObjectType } from "@/lib/access/families";
import type { Grant } from "@/lib/access/resolution";
import { HAS_KIND, IS_KIND_OFFERED, ONLY_IN_SUITES } from "@/lib/domain/products/facts";
import type { ObjectFacts } from "@/lib/domain/products/rules/access";
import { NotFound } from "@/lib/kernel/failures";
import type { Reader } from "@/lib/platform/database";
import type { TeamColour } from "./rules/teams";
import type { ObjectGroup } from "./teamsTable";

/** A team as rules and pages need it. */
export type Team = {
  id: string;
  name: string;
  colour: TeamColour;
  description: string;
  version: number;
  createdAt: Date;
  /** People in it, and people who will join it by an open invitation. */
  members: number;
  invited: number;
  /** How many things it was given access to. */
  resources: number;
};

/** How many things the team `t` was given access to. */
export const RESOURCES = `(SELECT count(*)::int FROM "AccessGrant" g
  WHERE g."organizationId" = t."organizationId" AND g."teamId" = t."id")`;

/** The living team of this organization; throws {@link NotFound} for everything else. */
export async function teamById(reader: Reader, organizationId: string, id: string): Promise<Team> {
  const [team] = await reader.rows<Team>(
    `SELECT t."id", t."name", t."colour", t."description", t."version", t."createdAt",
            (SELECT count(*)::int FROM "TeamMember" x WHERE x."teamId" = t."id") AS "members",
            (SELECT count(*)::int FROM "InvitationTeam" x
             WHERE x."organizationId" = t."organizationId" AND x."teamId" = t."id") AS "invited",
            ${RESOURCES} AS "resources"
     FROM "Team" t WHERE t."organizationId" = $1::uuid AND t."id" = $2::uuid AND t."endedAt" IS NULL`,
    organizationId,
    id,
  );
  if (!team) throw new NotFound();
  return team;
}

/** Whether another living team has this name, whatever its case. */
export async function isNameTaken(
  reader: Reader,
  organizationId: string,
  name: string,
  besides: string | null,
): Promise<boolean> {
  const [other] = await reader.rows(
    `SELECT 1 FROM "Team" WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL AND lower("name") = lower($2)
       AND "id" IS DISTINCT FROM $3::uuid`,
    organizationId,
    name,
    besides,
  );
  return other !== undefined;
}

/** Somebody of the organization beside a team. */
export type Candidate = { id: string; name: string; isInTeam: boolean; isLeader: boolean };

/** The members of this organization among these ids, with their place in the team (null: a team to come). */
export const candidatesById = (
  reader: Reader,
  organizationId: string,
  teamId: string | null,
  ids: readonly string[],
): Promise<Candidate[]> =>
  reader.rows<Candidate>(
    `SELECT m."id", btrim(u."firstName" || ' ' || u."lastName") AS "name", x."teamId" IS NOT NULL AS "isInTeam",
            coalesce(x."isLeader", false) AS "isLeader"
     FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
     LEFT JOIN "TeamMember" x ON x."organizationId" = m."organizationId" AND x."membershipId" = m."id" AND x."teamId" = $2::uuid
     WHERE m."organizationId" = $1::uuid AND m."id" = ANY ($3::uuid[]) AND m."endedAt" IS NULL
     ORDER BY m."nameKey", m."id"`,
    organizationId,
    teamId,
    ids,
  );

/** Those among these ids who are no longer in the organization, with their names. */
export const goneMembers = (
  reader: Reader,
  organizationId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> =>
  reader.rows<{ id: string; name: string }>(
    `SELECT m."id", btrim(u."firstName" || ' ' || u."lastName") AS "name"
     FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
     WHERE m."organizationId" = $1::uuid AND m."id" = ANY ($2::uuid[]) AND m."endedAt" IS NOT NULL
     ORDER BY m."nameKey", m."id"`,
    organizationId,
    ids,
  );

/** Whoever is acted on by id: those who are here, and what everybody is called, whoever left meanwhile too. */
export async function peopleActedOn(
  reader: Reader,
  organizationId: string,
  teamId: string | null,
  ids: readonly string[],
) {
  const here = await candidatesById(reader, organizationId, teamId, ids);
  const found = new Map(here.map((one) => [one.id, one]));
  const gone = await goneMembers(reader, organizationId, ids);
  const names = new Map([...here, ...gone].map(({ id, name }) => [id, name]));
  return { found, nameOf: (id: string) => names.get(id) ?? "" };
}

/** What among this has ended, with its name: products, and what was inside them. */
export const goneObjects = (
  reader: Reader,
  organizationId: string,
  on: readonly string[],
): Promise<{ id: string; name: string }[]> =>
  reader.rows<{ id: string; name: string }>(
    `SELECT s."id", s."name" FROM "Subscription" s
     WHERE s."organizationId" = $1::uuid AND s."id"::text = ANY ($2::text[]) AND s."endedAt" IS NOT NULL
     UNION ALL
     SELECT r."id", r."name" FROM "Resource" r
     JOIN "Subscription" s ON s."organizationId" = r."organizationId" AND s."id" = r."subscriptionId"
     WHERE r."organizationId" = $1::uuid AND r."id"::text = ANY ($2::text[])
       AND (r."endedAt" IS NOT NULL OR s."endedAt" IS NOT NULL)
     ORDER BY 2`,
    organizationId,
    on,
  );

/** Everybody in the team. */
export const memberIds = async (reader: Reader, organizationId: string, teamId: string): Promise<string[]> =>
  (
    await reader.rows<{ id: string }>(
      `SELECT "membershipId" AS "id" FROM "TeamMember" WHERE "organizationId" = $1::uuid AND "teamId" = $2::uuid`,
      organizationId,
      teamId,
    )
  ).map(({ id }) => id);

/** What the team was given. */
export const grantsOf = (reader: Reader, organizationId: string, teamId: string): Promise<Grant[]> =>
  reader.rows<Grant>(
    `SELECT coalesce("subscriptionId"::text, "resourceId"::text, "kindKey") AS "on", "rights"
     FROM "AccessGrant" WHERE "organizationId" = $1::uuid AND "teamId" = $2::uuid`,
    organizationId,
    teamId,
  );

/** Something that a team can be given access to, with the words for it. */
export type NamedObject = ObjectFacts & {
  /** The id of a product or resource, or the key of a kind. */
  on: string;
  /** A kind's is in the language of the person's account; `kindNames` has it in every language. */
  name: string;
  kindNames: Readonly<Record<string, string>> | null;
  /** The product that it is inside of. */
  inside: string | null;
  /** The product that it is or is inside of; null for a kind. */
  productId: string | null;
  /** Whether the organization has it; of a kind, whether it has such a product already. */
  isHad: boolean;
};

/**
 * Everything that can be given in an organization ($1), in a language ($2): products, what is inside them, and all
 * products of a kind. A kind is offered while it is sold by itself, or while the organization has such a product.
 */
export const OBJECTS = `
  SELECT s."id"::text AS "on", 'product' AS "as", 'PRODUCT' AS "type", k."family", s."name", NULL AS "inside",
         true AS "isThere", s."partOfId" IS NOT NULL AS "isPart", NULL::jsonb AS "kindNames",
         s."id"::text AS "productId", true AS "isHad"
  FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
  WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL
  UNION ALL
  SELECT r."id"::text, 'resource', r."type"::text, k."family", r."name", s."name", true, false, NULL, s."id"::text, true
  FROM "Resource" r JOIN "Subscription" s ON s."organizationId" = r."organizationId" AND s."id" = r."subscriptionId"
  JOIN "ProductKind" k ON k."key" = s."kindKey"
  WHERE r."organizationId" = $1::uuid AND r."endedAt" IS NULL
  UNION ALL
  SELECT k."key", 'kind', 'PRODUCT', k."family", coalesce(k."names"->>$2, k."names"->>'en', k."key"), NULL, true,
         ${ONLY_IN_SUITES}, k."names", NULL, ${HAS_KIND}
  FROM "ProductKind" k WHERE ${IS_KIND_OFFERED}`;

/** What these ids and keys stand for; what has ended and what another organization has is left out. */
export const objectsById = (
  reader: Reader,
  organizationId: string,
  locale: string,
  on: readonly string[],
): Promise<NamedObject[]> =>
  reader.rows<NamedObject>(
    `SELECT * FROM (${OBJECTS}) objects WHERE "on" = ANY ($3::text[]) ORDER BY lower("name"), "on"`,
    organizationId,
    locale,
    on,
  );

/** The types that each tab of the picker shows. */
export const TYPES_OF_GROUP: Record<ObjectGroup, { as: NamedObject["as"]; types: ObjectType[] }> = {
  products: { as: "product", types: ["PRODUCT"] },
  kinds: { as: "kind", types: ["PRODUCT"] },
  mailboxes: { as: "resource", types: ["MAILBOX"] },
  folders: { as: "resource", types: ["FOLDER"] },
  channels: { as: "resource", types: ["CHANNEL"] },
  shared: { as: "resource", types: ["CALENDAR", "ADDRESS_BOOK"] },
};
