import { randomUUID } from "node:crypto";
import { rightsFrom } from "@/lib/access/families";
import { hashPassword } from "@/lib/platform/passwords";
import { cast, type Name, type OrganizationName, organizations, PASSWORD, partnerships } from "./cast";
import { type Gift, type Possessions, possessions } from "./possessions";

/** Runs a statement as the owner of the database. */
export type Sql = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

export type StagedOrganization = {
  id: string;
  slug: string;
  name: string;
  members: Partial<Record<Name, string>>;
  /** Ids by the keys of prisma/possessions.ts. */
  products: Record<string, string>;
  resources: Record<string, string>;
  teams: Record<string, string>;
};

/** The whole cast on stage: ids of people, organizations and memberships. */
export type World = {
  people: Record<Name, string>;
  organizations: Record<OrganizationName, StagedOrganization>;
};

let password: Promise<string> | undefined;

/** The whole story in an empty database: the cast, with everything that they have and share. */
export async function stage(sql: Sql): Promise<World> {
  const world = await stageCast(sql);
  for (const [name, has] of Object.entries(possessions)) {
    const organization = world.organizations[name as OrganizationName];
    await furnish(sql, { organization, has, people: world.people });
    const by = giverOf(organization, world.people);
    await share(sql, { organization, grants: has.grants ?? [], by });
  }
  return world;
}

/** Puts the cast into an empty database: everybody of prisma/cast.ts, at their place, with empty hands. */
export async function stageCast(sql: Sql): Promise<World> {
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
    const { slug } = organization;
    staged[name] = { id, slug, name: organization.name, members, products: {}, resources: {}, teams: {} };
  }
  for (const { client, partner, access } of partnerships)
    await insertPartnership(sql, { client: staged[client].id, partner: staged[partner].id, access });
  return { people, organizations: staged };
}

type Furnishing = { organization: StagedOrganization; has: Possessions; people: World["people"] };

/** Products with what is inside them, and teams. */
async function furnish(sql: Sql, { organization, has, people }: Furnishing): Promise<void> {
  const { id: organizationId, members, products, resources, teams } = organization;
  for (const [key, { inside = {}, partOf, personalOf, ...product }] of Object.entries(has.products)) {
    const subscriptionId = await insertSubscription(sql, {
      ...product,
      organizationId,
      ...(partOf ? { partOf: idOf(products, partOf) } : {}),
      ...(personalOf ? { personalOf: people[personalOf] } : {}),
    });
    products[key] = subscriptionId;
    for (const [name, { shared, ...thing }] of Object.entries(inside))
      resources[name] = await insertResource(sql, {
        ...{ ...thing, organizationId, subscriptionId },
        sharedRights: shared ? rightsFrom(thing.type, [shared]) : 0,
      });
  }
  for (const [key, team] of Object.entries(has.teams ?? {}))
    teams[key] = await insertTeam(sql, {
      ...{ ...team, organizationId },
      members: team.members.map((who) => idOf(members, who)),
    });
}

type Sharing = {
  organization: StagedOrganization;
  grants: readonly Gift[];
  by: { userId: string; name: string };
};

/** Who was given what. */
async function share(sql: Sql, { organization, grants, by }: Sharing): Promise<void> {
  const { id: organizationId, members, products, resources, teams } = organization;
  for (const [to, on, type, ...words] of grants) {
    const team = to.split("team:")[1];
    const kindKey = on.split("all:")[1];
    await insertGrant(sql, {
      organizationId,
      by,
      to: team ? { teamId: idOf(teams, team) } : { membershipId: idOf(members, to) },
      on: kindKey
        ? { kindKey }
        : type === "PRODUCT"
          ? { subscriptionId: idOf(products, on) }
          : { resourceId: idOf(resources, on) },
      rights: rightsFrom(type, words),
    });
  }
}

/** The first who is named in an organization is its legal representative. */
function giverOf({ members }: StagedOrganization, people: World["people"]) {
  const [who] = Object.keys(members) as Name[];
  if (!who) throw new Error("nobody is there to give anything");
  return { userId: people[who], name: `${cast[who].firstName} ${cast[who].lastName}` };
}

function idOf(ids: Readonly<Record<string, string | undefined>>, key: string): string {
  const id = ids[key];
  if (!id) throw new Error(`prisma/possessions.ts speaks of "${key}", which is not there`);
  return id;
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

/** A product of an organization, paid for half a year more unless told; returns its id. */
export async function insertSubscription(
  sql: Sql,
  of: {
    organizationId: string;
    kind: string;
    offer: string;
    name: string;
    quantity?: number;
    period?: string;
    paidDays?: number;
    partOf?: string;
    personalOf?: string;
  },
): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Subscription" ("id", "organizationId", "kindKey", "offerKey", "name", "quantity", "period",
                                 "startedOn", "paidUntil", "partOfId", "personalOfId")
     VALUES ($1, $2, $3, $4, $5, $6, $9::"Period", current_date + $10::int - 365, current_date + $10::int, $7, $8)`,
    [
      id,
      of.organizationId,
      of.kind,
      of.offer,
      of.name,
      of.quantity ?? 1,
      of.partOf ?? null,
      of.personalOf ?? null,
      of.period ?? "YEAR",
      of.paidDays ?? 183,
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
