import type { Insider } from "@/lib/access/actor";
import { accessOf, rightsOn, type Target } from "@/lib/access/resolution";
import type { Role } from "@/lib/access/roles";
import { NotFound, Refused } from "@/lib/kernel/failures";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import type { MemberChoices, OtherLegalRepresentatives, Ties } from "./rules/members";
import type { LegalRepresentative } from "./rules/removals";

/** A member as rules and pages need them. */
export type Member = MemberChoices & {
  id: string;
  userId: string;
  name: string;
  email: string;
  locale: string;
  joinedAt: Date;
  version: number;
};

const MEMBER = `
  SELECT m."id", m."userId", btrim(u."firstName" || ' ' || u."lastName") AS "name", u."email", u."locale",
         m."role", m."billingRight", m."remindersByEmail", m."remindersBySms", m."productEventsByEmail",
         m."joinedAt", m."version"
  FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
  WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL`;

/** The member of this organization; throws {@link NotFound} for everything else. */
export async function memberById(reader: Reader, organizationId: string, id: string): Promise<Member> {
  const [member] = await reader.rows<Member>(`${MEMBER} AND m."id" = $2::uuid`, organizationId, id);
  if (!member) throw new NotFound();
  return member;
}

/** The members of this organization among these ids, by name. */
export const membersById = (reader: Reader, organizationId: string, ids: string[]): Promise<Member[]> =>
  reader.rows<Member>(
    `${MEMBER} AND m."id" = ANY($2::uuid[]) ORDER BY m."nameKey", m."id"`,
    organizationId,
    ids,
  );

/** The members who hold one of these addresses. */
export const membersByEmail = (reader: Reader, organizationId: string, emails: string[]): Promise<Member[]> =>
  reader.rows<Member>(`${MEMBER} AND u."email" = ANY($2::text[])`, organizationId, emails);

/** All members of a role, by name. */
export const membersOfRole = (reader: Reader, organizationId: string, role: Role): Promise<Member[]> =>
  reader.rows<Member>(
    `${MEMBER} AND m."role" = $2::"Role" ORDER BY m."nameKey" LIMIT 200`,
    organizationId,
    role,
  );

/** Every legal representative, with whether billing reminders reach them. */
export const legalRepresentatives = (
  reader: Reader,
  organizationId: string,
): Promise<LegalRepresentative[]> =>
  reader.rows<LegalRepresentative>(
    `SELECT m."id", m."remindersByEmail" OR m."remindersBySms" AS "getsReminders" FROM "Membership" m
     WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL AND m."role" = 'LEGAL_REPRESENTATIVE'`,
    organizationId,
  );

/** The legal representatives beside this member: how many, and whether one of them gets billing reminders. */
export async function otherLegalRepresentatives(
  reader: Reader,
  organizationId: string,
  membershipId: string,
): Promise<OtherLegalRepresentatives> {
  const [row] = await reader.rows<OtherLegalRepresentatives>(
    `SELECT count(*)::int AS "count",
            coalesce(bool_or(m."remindersByEmail" OR m."remindersBySms"), false) AS "oneGetsReminders"
     FROM "Membership" m
     WHERE m."organizationId" = $1::uuid AND m."endedAt" IS NULL AND m."role" = 'LEGAL_REPRESENTATIVE'
       AND m."id" <> $2::uuid`,
    organizationId,
    membershipId,
  );
  return row ?? { count: 0, oneGetsReminders: false };
}

type TiesRow = { addressIsMailbox: boolean; inside: Target[] | null };

/** What ties a member to the organization (ORG-8); the scope must be inside it. */
export async function tiesOf(reader: Reader, organizationId: string, membershipId: string): Promise<Ties> {
  const [row] = await reader.rows<TiesRow>(
    `SELECT EXISTS (
              SELECT 1 FROM "Resource" r JOIN "User" u ON u."id" = m."userId"
              WHERE r."organizationId" = m."organizationId" AND r."type" = 'MAILBOX' AND r."endedAt" IS NULL
                AND lower(r."name") = u."email") AS "addressIsMailbox",
            -- What everybody has is left aside: it makes nobody one of the suite's people.
            (SELECT jsonb_agg(jsonb_build_object('type', r."type", 'id', r."id", 'sharedRights', 0))
             FROM "Resource" r
             JOIN "Subscription" s ON s."organizationId" = r."organizationId" AND s."id" = r."subscriptionId"
             JOIN "ProductKind" k ON k."key" = s."kindKey"
             WHERE r."organizationId" = m."organizationId" AND r."endedAt" IS NULL
               AND (s."partOfId" IS NOT NULL OR k."family" = 'suite')
               AND r."id" IN (
                 SELECT g."resourceId" FROM "AccessGrant" g
                 WHERE g."organizationId" = m."organizationId" AND (g."membershipId" = m."id" OR g."teamId" IN (
                   SELECT t."teamId" FROM "TeamMember" t
                   WHERE t."organizationId" = m."organizationId" AND t."membershipId" = m."id")))) AS "inside"
     FROM "Membership" m WHERE m."organizationId" = $1::uuid AND m."id" = $2::uuid`,
    organizationId,
    membershipId,
  );
  const { addressIsMailbox = false, inside } = row ?? {};
  if (!inside) return { addressIsMailbox, belongsToSuite: false };
  const holder = (await holders(reader, organizationId, [membershipId])).get(membershipId);
  const access = holder && accessOf(holder);
  return {
    addressIsMailbox,
    belongsToSuite: access !== undefined && inside.some((target) => rightsOn(access, target) !== 0),
  };
}

/** Makes every other change of this organization's members wait until this transaction has ended. */
export async function lockOrganization(reader: Reader, organizationId: string): Promise<void> {
  await reader.rows(`SELECT 1 FROM "Organization" WHERE "id" = $1::uuid FOR UPDATE`, organizationId);
}

/**
 * The same for a person inside the organization. Throws when somebody who was quicker ended or changed the place that
 * this person acts from: {@link NotFound}, or a refusal.
 */
export async function takeTurn(reader: Reader, { organization, standing }: Insider): Promise<void> {
  await lockOrganization(reader, organization.id);
  const [place] =
    standing.as === "member"
      ? await reader.rows<{ same: boolean }>(
          `SELECT m."role" = $3::"Role" AS "same" FROM "Membership" m
           WHERE m."organizationId" = $1::uuid AND m."id" = $2::uuid AND m."endedAt" IS NULL`,
          organization.id,
          standing.membershipId,
          standing.role,
        )
      : await reader.rows<{ same: boolean }>(
          `SELECT p."access" = $3::"PartnershipAccess" AS "same" FROM "Partnership" p
           WHERE p."organizationId" = $1::uuid AND p."id" = $2::uuid AND p."endedAt" IS NULL`,
          organization.id,
          standing.partnershipId,
          standing.access,
        );
  if (!place) throw new NotFound();
  if (!place.same) throw new Refused(["changed_meanwhile"]);
}

/** Throws when the form was made from an older state than today's. */
export function ensureUnchanged(seen: number, present: number): void {
  if (seen !== present) throw new Refused(["changed_meanwhile"]);
}

/** The choices alone, as the rules and the record of changes take them. */
export const choicesOf = (member: MemberChoices): MemberChoices => ({
  role: member.role,
  billingRight: member.billingRight,
  remindersByEmail: member.remindersByEmail,
  remindersBySms: member.remindersBySms,
  productEventsByEmail: member.productEventsByEmail,
});
