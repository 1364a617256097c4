import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/platform/passwords";
import { cast, type Name, type OrganizationName, organizations, PASSWORD, partnerships } from "./cast";

/** Runs a statement as the owner of the database. */
export type Sql = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

export type StagedOrganization = {
  id: string;
  slug: string;
  name: string;
  members: Partial<Record<Name, string>>;
};

/** The whole cast on stage: ids of people, organizations and memberships. */
export type World = {
  people: Record<Name, string>;
  organizations: Record<OrganizationName, StagedOrganization>;
};

let password: Promise<string> | undefined;

/** Puts the cast into an empty database: everybody of prisma/cast.ts, at their place. */
export async function stage(sql: Sql): Promise<World> {
  password ??= hashPassword(PASSWORD);
  const people = {} as World["people"];
  for (const name of Object.keys(cast) as Name[])
    people[name] = await insertPerson(sql, { ...cast[name], staff: name === "olga" });
  const staged = {} as World["organizations"];
  for (const name of Object.keys(organizations) as OrganizationName[]) {
    const { people: places, ...organization } = organizations[name];
    const id = await insertOrganization(sql, organization);
    const members: StagedOrganization["members"] = {};
    for (const [who, role, billing] of places as [Name, string, string?][])
      members[who] = await insertMember(sql, {
        organizationId: id,
        userId: people[who],
        role,
        billing: Boolean(billing),
      });
    await sql(`UPDATE "Organization" SET "status" = 'ACTIVE' WHERE "id" = $1`, [id]);
    staged[name] = { id, slug: organization.slug, name: organization.name, members };
  }
  for (const { client, partner, access } of partnerships)
    await insertPartnership(sql, { client: staged[client].id, partner: staged[partner].id, access });
  return { people, organizations: staged };
}

/** A person with the cast's password; returns the id. */
export async function insertPerson(
  sql: Sql,
  of: { firstName: string; lastName: string; email: string; locale?: string; staff?: boolean },
): Promise<string> {
  password ??= hashPassword(PASSWORD);
  const id = randomUUID();
  await sql(
    `INSERT INTO "User" ("id", "email", "firstName", "lastName", "passwordHash", "locale", "staffSince")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      of.email,
      of.firstName,
      of.lastName,
      await password,
      of.locale ?? "en",
      of.staff ? new Date() : null,
    ],
  );
  return id;
}

/** An organization that is still being founded: it becomes active once it has a legal representative. */
export async function insertOrganization(
  sql: Sql,
  of: { name: string; slug: string; kind?: string; country?: string },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Organization" ("id", "slug", "name", "kind", "currency", "country", "termsAcceptedAt")
     VALUES ($1, $2, $3, $4, 'CHF', $5, now())`,
    [id, of.slug, of.name, of.kind ?? "COMPANY", of.country ?? "CH"],
  );
  return id;
}

/** A place in an organization; returns its id. */
export async function insertMember(
  sql: Sql,
  of: { organizationId: string; userId: string; role: string; billing?: boolean; endedAt?: Date },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Membership" ("id", "organizationId", "userId", "role", "billingRight", "endedAt")
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, of.organizationId, of.userId, of.role, of.billing ?? false, of.endedAt ?? null],
  );
  return id;
}

/** A partnership; returns its id. */
export async function insertPartnership(
  sql: Sql,
  of: { client: string; partner: string; access: "LIMITED" | "FULL"; endedAt?: Date },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Partnership" ("id", "organizationId", "partnerOrganizationId", "access", "endedAt")
     VALUES ($1, $2, $3, $4, $5)`,
    [id, of.client, of.partner, of.access, of.endedAt ?? null],
  );
  return id;
}

/** A product of an organization, paid for a year; returns its id. */
export async function insertSubscription(
  sql: Sql,
  of: {
    organizationId: string;
    kind: string;
    offer: string;
    name: string;
    quantity?: number;
    partOf?: string;
    personalOf?: string;
  },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Subscription" ("id", "organizationId", "kindKey", "offerKey", "name", "quantity", "period",
                                 "startedOn", "paidUntil", "partOfId", "personalOfId")
     VALUES ($1, $2, $3, $4, $5, $6, 'YEAR', current_date, current_date + 365, $7, $8)`,
    [
      id,
      of.organizationId,
      of.kind,
      of.offer,
      of.name,
      of.quantity ?? 1,
      of.partOf ?? null,
      of.personalOf ?? null,
    ],
  );
  return id;
}

/** Something inside a product; returns its id. */
export async function insertResource(
  sql: Sql,
  of: { organizationId: string; subscriptionId: string; type: string; name: string; sharedRights?: number },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Resource" ("id", "organizationId", "subscriptionId", "type", "name", "sharedRights")
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, of.organizationId, of.subscriptionId, of.type, of.name, of.sharedRights ?? 0],
  );
  return id;
}

/** A team with its members, of whom the first leads; returns its id. */
export async function insertTeam(
  sql: Sql,
  of: { organizationId: string; name: string; colour?: string; description?: string; members?: string[] },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Team" ("id", "organizationId", "name", "colour", "description") VALUES ($1, $2, $3, $4, $5)`,
    [id, of.organizationId, of.name, of.colour ?? "BLUE", of.description ?? ""],
  );
  for (const [index, membershipId] of (of.members ?? []).entries())
    await sql(
      `INSERT INTO "TeamMember" ("organizationId", "teamId", "membershipId", "isLeader", "joinedAt")
       VALUES ($1, $2, $3, $4, now())`,
      [of.organizationId, id, membershipId, index === 0],
    );
  return id;
}

/** What a member, team or pending invitation was given on a product, a resource, or all of a kind; returns its id. */
export async function insertGrant(
  sql: Sql,
  of: {
    organizationId: string;
    by: { userId: string; name: string };
    to: { membershipId?: string; teamId?: string; invitationId?: string };
    on: { subscriptionId?: string; resourceId?: string; kindKey?: string };
    rights: number;
  },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "AccessGrant" ("id", "organizationId", "membershipId", "teamId", "invitationId",
                                "subscriptionId", "resourceId", "kindKey", "rights", "grantedAt", "grantedById", "grantedByName")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), $10, $11)`,
    [
      id,
      of.organizationId,
      of.to.membershipId ?? null,
      of.to.teamId ?? null,
      of.to.invitationId ?? null,
      of.on.subscriptionId ?? null,
      of.on.resourceId ?? null,
      of.on.kindKey ?? null,
      of.rights,
      of.by.userId,
      of.by.name,
    ],
  );
  return id;
}
