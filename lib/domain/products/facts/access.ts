import type { Role } from "@/lib/access/roles";
import { NotFound } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader } from "@/lib/platform/database";
import { ONLY_IN_SUITES } from "../facts";
import type { HolderFacts, HolderKind, ObjectFacts, ObjectKind } from "../rules/access";

export type HolderRef = { readonly as: HolderKind; readonly id: string };
export type ObjectRef = { readonly as: ObjectKind; readonly id: string };

/** Whom something is given to, with the words for them. */
export type NamedHolder = HolderFacts & {
  readonly id: string;
  /** A person's name, a team's, or the address that was invited. */
  readonly name: string;
  readonly email: string | null;
};

/** What something is given on, with the words for it. */
export type NamedObject = ObjectFacts & {
  readonly id: string;
  /** Its own; none for a kind, which has `kindNames`. */
  readonly name: string;
  readonly kindNames: Readonly<Record<string, string>>;
  /** The product that it is or is inside of; null for a kind. */
  readonly product: { readonly id: string; readonly name: string } | null;
};

const HOLDERS: Record<HolderKind, string> = {
  member: `
    SELECT 'member' AS "as", m."id", btrim(u."firstName" || ' ' || u."lastName") AS "name", u."email", m."role",
           m."endedAt" IS NULL AS "isThere"
    FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."organizationId" = $1::uuid AND m."id" = $2::uuid`,
  team: `
    SELECT 'team' AS "as", t."id", t."name", NULL AS "email", NULL AS "role", t."endedAt" IS NULL AS "isThere"
    FROM "Team" t WHERE t."organizationId" = $1::uuid AND t."id" = $2::uuid`,
  invitation: `
    SELECT 'invitation' AS "as", i."id", i."email" AS "name", i."email", i."role", i."status" = 'PENDING' AS "isThere"
    FROM "Invitation" i WHERE i."organizationId" = $1::uuid AND i."id" = $2::uuid`,
};

/** A member, team or invitation of this organization, former ones too; throws {@link NotFound} for everything else. */
export async function holderByRef(reader: Reader, organizationId: string, ref: HolderRef) {
  if (!isUuid(ref.id)) throw new NotFound();
  const [holder] = await reader.rows<NamedHolder>(HOLDERS[ref.as], organizationId, ref.id);
  if (!holder) throw new NotFound();
  return holder;
}

const OBJECTS: Record<ObjectKind, string> = {
  product: `
    SELECT 'product' AS "as", 'PRODUCT' AS "type", s."id", s."name", k."family", k."names" AS "kindNames",
           s."endedAt" IS NULL AS "isThere", s."partOfId" IS NOT NULL AS "isPart",
           jsonb_build_object('id', s."id", 'name', s."name") AS "product"
    FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
    WHERE s."organizationId" = $1::uuid AND s."id" = $2::uuid`,
  kind: `
    SELECT 'kind' AS "as", 'PRODUCT' AS "type", k."key" AS "id", '' AS "name", k."family", k."names" AS "kindNames",
           true AS "isThere",
           ${ONLY_IN_SUITES} AS "isPart",
           NULL::jsonb AS "product"
    FROM "ProductKind" k WHERE $1::uuid IS NOT NULL AND k."key" = $2`,
  resource: `
    SELECT 'resource' AS "as", r."type", r."id", r."name", k."family", k."names" AS "kindNames",
           r."endedAt" IS NULL AS "isThere", false AS "isPart",
           jsonb_build_object('id', s."id", 'name', s."name") AS "product"
    FROM "Resource" r JOIN "Subscription" s ON s."organizationId" = r."organizationId" AND s."id" = r."subscriptionId"
    JOIN "ProductKind" k ON k."key" = s."kindKey"
    WHERE r."organizationId" = $1::uuid AND r."id" = $2::uuid`,
};

/** What this organization has, ended or not, or a kind of the catalogue; throws {@link NotFound} for everything else. */
export async function objectByRef(reader: Reader, organizationId: string, ref: ObjectRef) {
  if (ref.as !== "kind" && !isUuid(ref.id)) throw new NotFound();
  const [object] = await reader.rows<NamedObject>(OBJECTS[ref.as], organizationId, ref.id);
  if (!object) throw new NotFound();
  return object;
}

/** One grant, as it was given. */
export type GivenGrant = {
  readonly id: string;
  readonly holder: HolderRef;
  readonly object: ObjectRef;
  readonly rights: number;
  readonly grantedAt: Date;
  readonly grantedByName: string;
};

const GRANT = `
  SELECT g."id", g."rights", g."grantedAt", g."grantedByName",
         jsonb_build_object(
           'as', CASE WHEN g."membershipId" IS NOT NULL THEN 'member' WHEN g."teamId" IS NOT NULL THEN 'team' ELSE 'invitation' END,
           'id', coalesce(g."membershipId", g."teamId", g."invitationId")) AS "holder",
         jsonb_build_object(
           'as', CASE WHEN g."subscriptionId" IS NOT NULL THEN 'product' WHEN g."resourceId" IS NOT NULL THEN 'resource' ELSE 'kind' END,
           'id', coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey")) AS "object"
  FROM "AccessGrant" g WHERE g."organizationId" = $1::uuid`;

/** What was given to this holder on this very object; null for nothing. */
export async function grantBetween(
  reader: Reader,
  organizationId: string,
  holder: HolderRef,
  object: ObjectRef,
): Promise<GivenGrant | null> {
  const [grant] = await reader.rows<GivenGrant>(
    `${GRANT} AND coalesce(g."membershipId", g."teamId", g."invitationId") = $2::uuid
       AND coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey") = $3`,
    organizationId,
    holder.id,
    object.id,
  );
  return grant ?? null;
}

/** A grant of this organization; throws {@link NotFound} for everything else. */
export async function grantById(reader: Reader, organizationId: string, id: string): Promise<GivenGrant> {
  if (!isUuid(id)) throw new NotFound();
  const [grant] = await reader.rows<GivenGrant>(`${GRANT} AND g."id" = $2::uuid`, organizationId, id);
  if (!grant) throw new NotFound();
  return grant;
}

/** Everything that was given to these holders on these objects: who gave it, and when. */
export const grantsBetween = (
  reader: Reader,
  organizationId: string,
  holderIds: readonly string[],
  on: readonly string[],
): Promise<GivenGrant[]> =>
  reader.rows<GivenGrant>(
    `${GRANT} AND (g."membershipId" = ANY ($2::uuid[]) OR g."teamId" = ANY ($2::uuid[]) OR g."invitationId" = ANY ($2::uuid[]))
       AND coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey") = ANY ($3::text[])`,
    organizationId,
    holderIds,
    on,
  );

/** A person who is inside, with the words for them. */
export type Somebody = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** The members who are touched when a holder's grants change: the member, or everybody in the team; nobody yet of an invitation. */
export const touchedBy = (reader: Reader, organizationId: string, holder: HolderRef): Promise<Somebody[]> =>
  holder.as === "invitation"
    ? Promise.resolve([])
    : reader.rows<Somebody>(
        `SELECT m."id", btrim(u."firstName" || ' ' || u."lastName") AS "name", u."email", m."role"
         FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
         WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL AND ${
           holder.as === "member"
             ? `m."id" = $2::uuid`
             : `EXISTS (SELECT 1 FROM "TeamMember" t WHERE t."organizationId" = $1::uuid AND t."teamId" = $2::uuid AND t."membershipId" = m."id")`
         }
         ORDER BY m."nameKey", m."id"`,
        organizationId,
        holder.id,
      );
