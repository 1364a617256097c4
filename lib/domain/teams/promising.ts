import type { Insider } from "@/lib/access/actor";
import { type Family, rightsFrom, wordsFor } from "@/lib/access/families";
import type { Role } from "@/lib/access/roles";
import type { GrantToCome } from "@/lib/domain/organizations/draft";
import { mayGiveAccess } from "@/lib/domain/products/rules/access";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader, Transaction } from "@/lib/platform/database";

/** What an invitation is to carry. */
export type Promises = { grants: readonly GrantToCome[]; teams: readonly string[] };

type Object = {
  as: "product" | "kind";
  id: string;
  family: Family;
  /** A product's; a kind has `kindNames`. */
  name: string;
  kindNames: Record<string, string> | null;
};

/** The living products of the organization and the kinds among what is promised; parts of suites are no products of their own (PROD-4). */
export const objectsOf = (
  reader: Reader,
  organizationId: string,
  grants: readonly GrantToCome[],
): Promise<Object[]> =>
  reader.rows<Object>(
    `SELECT 'product' AS "as", s."id"::text AS "id", k."family", s."name", NULL::jsonb AS "kindNames",
            k."position" FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL AND s."partOfId" IS NULL AND s."id" = ANY ($2::uuid[])
     UNION ALL
     SELECT 'kind', k."key", k."family", '', k."names", k."position" FROM "ProductKind" k
     WHERE k."key" = ANY ($3::text[]) AND EXISTS (
       SELECT 1 FROM "Subscription" s
       WHERE s."organizationId" = $1::uuid AND s."kindKey" = k."key" AND s."endedAt" IS NULL AND s."partOfId" IS NULL)
     ORDER BY "position", "as", "name", "id"`,
    organizationId,
    grants.filter(({ as, id }) => as === "product" && isUuid(id)).map(({ id }) => id),
    grants.filter(({ as }) => as === "kind").map(({ id }) => id),
  );

/** Throws a refusal unless all of this can be given to somebody invited with that role, now (USR-14, PROD-4). */
export async function ensureCanBeGiven(
  reader: Reader,
  organizationId: string,
  role: Role,
  grants: readonly GrantToCome[],
): Promise<void> {
  const objects = grants.length > 0 ? await objectsOf(reader, organizationId, grants) : [];
  for (const grant of grants) {
    const object = objects.find(({ as, id }) => as === grant.as && id === grant.id);
    if (!object) throw new Refused(["chosen_product_is_gone"]);
    ensure(
      mayGiveAccess({
        holder: { as: "invitation", role, isThere: true },
        object: { ...object, type: "PRODUCT", isThere: true, isPart: false },
        hasAlready: false,
        words: wordsFor("PRODUCT", grant.rights),
      }),
    );
  }
}

/** Rights chosen as `product:ID:technical` and `kind:KEY:sale`, put together by what they are on. */
export function grantsFrom(
  chosen: readonly { as: "product" | "kind"; id: string; right: string }[],
): GrantToCome[] {
  const grants = new Map<string, GrantToCome>();
  for (const { as, id, right } of chosen) {
    const key = `${as}:${id}`;
    const rights = (grants.get(key)?.rights ?? 0) | rightsFrom("PRODUCT", [right]);
    grants.set(key, { as, id, rights });
  }
  return [...grants.values()];
}

/** Writes what all of these invitations carry, in one statement each for grants and teams. */
export async function givePromises(
  tx: Transaction,
  actor: Insider,
  invitationIds: readonly string[],
  { grants, teams }: Promises,
  now: Date,
): Promise<void> {
  const organizationId = actor.organization.id;
  if (invitationIds.length > 0 && grants.length > 0)
    await tx.rows(
      `INSERT INTO "AccessGrant" ("id", "organizationId", "invitationId", "subscriptionId", "kindKey", "rights",
         "grantedAt", "grantedById", "grantedByName")
       SELECT gen_random_uuid(), $1::uuid, i."id", g."subscriptionId"::uuid, g."kindKey", g."rights", $4::timestamptz, $5::uuid, $6
       FROM unnest($2::uuid[]) AS i("id"),
            jsonb_to_recordset($3::jsonb) AS g("subscriptionId" text, "kindKey" text, "rights" int)`,
      organizationId,
      invitationIds,
      JSON.stringify(
        grants.map(({ as, id, rights }) => ({
          subscriptionId: as === "product" ? id : null,
          kindKey: as === "kind" ? id : null,
          rights,
        })),
      ),
      now,
      actor.userId,
      actor.name,
    );
  if (invitationIds.length > 0 && teams.length > 0)
    await tx.rows(
      `INSERT INTO "InvitationTeam" ("organizationId", "invitationId", "teamId")
       SELECT $1::uuid, i."id", t."id" FROM unnest($2::uuid[]) AS i("id"), unnest($3::uuid[]) AS t("id")`,
      organizationId,
      invitationIds,
      teams,
    );
}
