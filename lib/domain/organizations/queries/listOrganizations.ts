import { z } from "zod";
import { entersClients } from "@/lib/access/authorize";
import type { Role } from "@/lib/access/roles";
import { personalQuery } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { setScope } from "@/lib/platform/scope";
import { otherLegalRepresentatives, tiesOf } from "../facts";
import { type MemberChoices, mayLeave, type OtherLegalRepresentatives } from "../rules/members";

type Place = MemberChoices & {
  organizationId: string;
  membershipId: string;
  slug: string;
  name: string;
  users: number;
  legalRepresentatives: number;
};

/** One of the person's organizations, and what keeps them from leaving it. */
export type OrganizationPlace = {
  slug: string;
  name: string;
  membershipId: string;
  role: Role;
  refusals: ReturnType<typeof mayLeave>["refusals"];
};

/** A client that the person reaches through a partnership, and nothing to leave: the place is the partner's. */
export type ClientPlace = { slug: string; name: string; partner: string; access: "LIMITED" | "FULL" };

/** Every organization of the person, each with whether they may leave it and otherwise why not (ORG-7, ORG-8); and their clients (ORG-6). That with their personal suite comes first. */
export const listOrganizations = personalQuery("account.organizations", {
  permission: "account.use",
  input: z.object({}),
  async run({ reader, person }) {
    if (!person) throw new Error("the permission table admits persons only");
    const places = await reader.rows<Place>(
      `SELECT o."id" AS "organizationId", m."id" AS "membershipId", o."slug", o."name",
              o."members" + o."externals" AS "users", o."legalRepresentatives",
              m."role", m."billingRight", m."remindersByEmail", m."remindersBySms", m."productEventsByEmail"
       FROM "Membership" m JOIN "Organization" o ON o."id" = m."organizationId" AND o."status" = 'ACTIVE'
       WHERE m."userId" = $1::uuid AND m."endedAt" IS NULL
       ORDER BY EXISTS (SELECT 1 FROM "Subscription" p WHERE p."personalOfId" = m."userId"
                          AND p."organizationId" = o."id" AND p."endedAt" IS NULL) DESC,
                lower(o."name"), o."slug"`,
      person.userId,
    );
    const clients = await clientsOf(reader, person.userId);
    const organizations: OrganizationPlace[] = [];
    for (const place of places) {
      const { slug, name, role, users, organizationId, membershipId } = place;
      await setScope(reader, { organizationId });
      const { refusals } = mayLeave({
        before: place,
        others: await others(reader, place),
        users,
        ties: await tiesOf(reader, organizationId, membershipId),
      });
      organizations.push({ slug, name, role, membershipId, refusals });
    }
    return { person: { userId: person.userId, name: person.name }, organizations, clients };
  },
});

/** Only among several legal representatives does the rule ask who gets the reminders. */
async function others(reader: Reader, place: Place): Promise<OtherLegalRepresentatives> {
  if (place.role !== "LEGAL_REPRESENTATIVE" || place.legalRepresentatives <= 1)
    return { count: 0, oneGetsReminders: false };
  return otherLegalRepresentatives(reader, place.organizationId, place.membershipId);
}

/** The clients that this person steps into (PART-15), each by the way in that entering takes: the widest access first. */
async function clientsOf(reader: Reader, userId: string): Promise<ClientPlace[]> {
  const rows = await reader.rows<ClientPlace & { role: Role }>(
    `SELECT * FROM (
       SELECT DISTINCT ON (o."id") o."slug", o."name", q."name" AS "partner", p."access", m."role"
       FROM "Membership" m
       JOIN "Organization" q ON q."id" = m."organizationId" AND q."status" = 'ACTIVE'
       JOIN "Partnership" p ON p."partnerOrganizationId" = q."id" AND p."endedAt" IS NULL
       JOIN "Organization" o ON o."id" = p."organizationId" AND o."status" = 'ACTIVE'
       WHERE m."userId" = $1::uuid AND m."endedAt" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "Membership" own
                         WHERE own."organizationId" = o."id" AND own."userId" = $1::uuid AND own."endedAt" IS NULL)
       ORDER BY o."id", p."access" DESC, m."role"
     ) c ORDER BY lower("name"), "slug"`,
    userId,
  );
  return rows
    .filter(({ role }) => entersClients(role))
    .map(({ slug, name, partner, access }) => ({ slug, name, partner, access }));
}
