import { randomUUID } from "node:crypto";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { insertMember, insertOrganization, insertPartnership, insertPerson } from "@/prisma/stage";
import { asOwner } from "./database";
import { furnish, type Possessions } from "./possessions";
import { sealsOf } from "./seals";

/** Organizations that are alike in everything but their name, to be tried against each other. */

const PLACES = {
  legal: "LEGAL_REPRESENTATIVE",
  otherLegal: "LEGAL_REPRESENTATIVE",
  administrator: "ADMINISTRATOR",
  withBilling: "COLLABORATOR",
  collaborator: "COLLABORATOR",
  external: "EXTERNAL",
  /** Somebody whom others change and remove; no test acts as them. */
  somebody: "COLLABORATOR",
} as const;

export type PlaceName = keyof typeof PLACES;

/** What a draft of "Add a user" holds. */
export const DRAFT_ROLES = {
  collaborator: { role: "COLLABORATOR" },
  administrator: { role: "ADMINISTRATOR" },
  legal: { role: "LEGAL_REPRESENTATIVE" },
  billing: { role: "COLLABORATOR", billingRight: true },
  giving: { role: "COLLABORATOR", grants: [{ as: "kind", id: "ticketing", rights: 4 }] },
} as const;

export type DraftKind = keyof typeof DRAFT_ROLES;

export type House = {
  word: string;
  id: string;
  slug: string;
  /** User ids. */
  people: Record<PlaceName | "former" | "invited", string>;
  /** Membership ids. */
  members: Record<PlaceName | "former", string>;
  /** What forms about the members are sealed with before anything happens. */
  seals: Record<PlaceName, string>;
  /** An open invitation for somebody with an account, and one for somebody without. */
  invitation: { id: string; token: string; email: string };
  newcomer: { id: string; token: string; email: string };
} & Possessions;

export const addressIn = (word: string, who: string): string => `${who.toLowerCase()}@${word}.example`;

/** An organization with somebody in every place, a former member, open invitations and some history. */
export async function buildHouse(word: string): Promise<House> {
  const people = {} as House["people"];
  for (const who of [...Object.keys(PLACES), "former", "invited"] as (keyof House["people"])[])
    people[who] = await insertPerson(asOwner, {
      firstName: who,
      lastName: `of ${word}`,
      email: addressIn(word, who),
    });
  const id = await insertOrganization(asOwner, { name: `House ${word}`, slug: `house-${word}` });
  const members = {} as House["members"];
  for (const who of Object.keys(PLACES) as PlaceName[])
    members[who] = await insertMember(asOwner, {
      organizationId: id,
      userId: people[who],
      role: PLACES[who],
      billing: who === "withBilling",
    });
  members.former = await insertMember(asOwner, {
    organizationId: id,
    userId: people.former,
    role: "ADMINISTRATOR",
    endedAt: new Date(),
  });
  await asOwner(
    `UPDATE "Organization" SET "status" = 'ACTIVE', "street" = $2, "city" = $2, "phone" = '+41 44 668 18 00' WHERE "id" = $1`,
    [id, `Street of ${word}`],
  );
  const house = { word, id, slug: `house-${word}`, people, members };
  await asOwner(
    `INSERT INTO "AuditEntry" ("id", "organizationId", "action", "actorUserId", "actorName", "subjectType", "subjectId", "subjectName", "after", "requestId")
     VALUES (gen_random_uuid(), $1, 'organization.edited', $2, $3, 'organization', $5, $3, $4, 'staged')`,
    [id, people.legal, `legal of ${word}`, JSON.stringify({ city: `Street of ${word}` }), id],
  );
  const built = {
    ...house,
    invitation: await insertInvitation(house, "invited"),
    newcomer: await insertInvitation(house, "newcomer"),
  };
  const possessions = await furnish(built);
  const places = Object.keys(PLACES) as PlaceName[];
  const sealed = await sealsOf(
    id,
    places.map((who) => members[who]),
  );
  const seals = Object.fromEntries(places.map((who, index) => [who, sealed[index]])) as House["seals"];
  return { ...built, ...possessions, seals };
}

/** An open invitation to that house. */
export async function insertInvitation(
  house: Pick<House, "id" | "word" | "people">,
  who: string,
  of: { role?: string; billing?: boolean; expiresAt?: Date; email?: string } = {},
): Promise<{ id: string; token: string; email: string }> {
  const id = randomUUID();
  const token = newToken();
  const email = of.email ?? addressIn(house.word, who);
  await asOwner(
    `INSERT INTO "Invitation" ("id", "organizationId", "email", "role", "billingRight", "locale", "tokenHash", "invitedById", "invitedByName", "sentAt", "expiresAt")
     VALUES ($1, $2, $3, $4, $5, 'en', $6, $7, $8, now(), coalesce($9, now() + interval '30 days'))`,
    [
      id,
      house.id,
      email,
      of.role ?? "COLLABORATOR",
      of.billing ?? false,
      Buffer.from(hashToken(token)),
      house.people.legal,
      `legal of ${house.word}`,
      of.expiresAt ?? null,
    ],
  );
  return { id, token, email };
}

/** A draft of "Add a user" that only needs to be sent. */
export async function insertDraft(of: {
  organizationId: string;
  userId: string;
  kind?: DraftKind;
  emails?: string[];
}): Promise<string> {
  const id = randomUUID();
  const emails = of.emails ?? [`colleague-${id}@elsewhere.example`];
  const answers = {
    rows: emails.map((email, index) => ({ line: index + 1, text: email, email, problem: null })),
    billingRight: false,
    remindersByEmail: true,
    remindersBySms: false,
    productEventsByEmail: true,
    inside: true,
    sent: null,
    ...DRAFT_ROLES[of.kind ?? "collaborator"],
  };
  await asOwner(
    `INSERT INTO "InvitationDraft" ("id", "organizationId", "userId", "answers", "updatedAt") VALUES ($1, $2, $3, $4, now())`,
    [id, of.organizationId, of.userId, JSON.stringify(answers)],
  );
  return id;
}

/** A draft of "New team" that only needs to be sent: it reaches what is told, and holds these members. */
export async function insertTeamDraft(of: {
  organizationId: string;
  userId: string;
  name?: string;
  access?: { on: string; rights: number }[];
  members?: string[];
  leaders?: string[];
}): Promise<string> {
  const id = randomUUID();
  const answers = {
    name: of.name ?? `Team ${id}`,
    colour: "GREEN",
    description: "",
    access: of.access ?? [],
    members: of.members ?? [],
    leaders: of.leaders ?? [],
    made: null,
  };
  await asOwner(
    `INSERT INTO "TeamDraft" ("id", "organizationId", "userId", "answers", "updatedAt") VALUES ($1, $2, $3, $4, now())`,
    [id, of.organizationId, of.userId, JSON.stringify(answers)],
  );
  return id;
}

/** An agency that looks after that house, with a legal representative and a collaborator. */
export async function buildAgency(
  word: string,
  client: string,
  access: "LIMITED" | "FULL",
  endedAt?: Date,
): Promise<{ id: string; slug: string; legal: string; collaborator: string; administrator: string }> {
  const id = await insertOrganization(asOwner, { name: `Agency ${word}`, slug: `agency-${word}` });
  const member = async (who: string, role: string) => {
    const userId = await insertPerson(asOwner, {
      firstName: who,
      lastName: `of ${word}`,
      email: addressIn(word, who),
    });
    await insertMember(asOwner, { organizationId: id, userId, role });
    return userId;
  };
  const legal = await member("legal", "LEGAL_REPRESENTATIVE");
  const administrator = await member("administrator", "ADMINISTRATOR");
  const collaborator = await member("collaborator", "COLLABORATOR");
  await asOwner(`UPDATE "Organization" SET "status" = 'ACTIVE' WHERE "id" = $1`, [id]);
  await insertPartnership(asOwner, { client, partner: id, access, ...(endedAt ? { endedAt } : {}) });
  return { id, slug: `agency-${word}`, legal, collaborator, administrator };
}
