import type { Role } from "@/lib/access/roles";
import type { Caller } from "@/lib/pipeline/caller";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { insertPerson } from "@/prisma/stage";
import { anonymous, signedIn } from "./cast";
import { asOwner } from "./database";
import {
  buildAgency,
  buildHouse,
  DRAFT_ROLES,
  type DraftKind,
  type House,
  insertDraft,
  insertTeamDraft,
} from "./houses";

/** How somebody stands towards an organization: what the permission table is asked with. */
export type Relation = {
  name: string;
  userId: string;
  email: string;
  /** Null where the organization must look as if it did not exist. */
  standing:
    | { as: "member"; role: Role; billing: boolean }
    | { as: "partner"; access: "LIMITED" | "FULL" }
    | null;
  isSignedIn: boolean;
  isStaff: boolean;
  /** With a password confirmed just now, and with one confirmed long ago. */
  fresh: Caller;
  stale: Caller;
  /** Their own drafts of "Add a user", by organization. */
  drafts: Record<string, Record<DraftKind, string>>;
  /** Their own drafts of "New team", by organization: of one that reaches something, and of one that does not. */
  teamDrafts: Record<string, Record<"reaching" | "plain", string>>;
};

export type Crowd = { home: House; away: House; relations: Relation[]; passwordReset: string; mail: string };

/** Two organizations that are alike, and everybody who may or may not have to do with the first. */
export async function buildCrowd(): Promise<Crowd> {
  const home = await buildHouse("home");
  const away = await buildHouse("away");
  const limited = await buildAgency("limited", home.id, "LIMITED");
  const full = await buildAgency("full", home.id, "FULL");
  const ended = await buildAgency("ended", home.id, "FULL", new Date());
  const stranger = await insertPerson(asOwner, {
    firstName: "Stranger",
    lastName: "Nobody",
    email: "stranger@nowhere.example",
  });
  const staff = await insertPerson(asOwner, {
    firstName: "Staff",
    lastName: "Provider",
    email: "staff@provider.example",
    staff: true,
  });
  const member = (role: Role, billing = false) => ({ as: "member", role, billing }) as const;
  const inside: [string, string, Relation["standing"]][] = [
    ["legal representative", home.people.legal, member("LEGAL_REPRESENTATIVE", true)],
    ["administrator", home.people.administrator, member("ADMINISTRATOR", true)],
    ["collaborator with the billing right", home.people.withBilling, member("COLLABORATOR", true)],
    ["collaborator without it", home.people.collaborator, member("COLLABORATOR")],
    ["external", home.people.external, member("EXTERNAL")],
    ["limited partner", limited.legal, { as: "partner", access: "LIMITED" }],
    ["full partner", full.legal, { as: "partner", access: "FULL" }],
    ["full partner's administrator", full.administrator, { as: "partner", access: "FULL" }],
  ];
  const outside: [string, string, Relation["standing"]][] = [
    ["stranger", stranger, null],
    ["staff of the provider", staff, null],
    ["legal representative of another organization", away.people.legal, null],
    ["former member", home.people.former, null],
    ["invited", home.people.invited, null],
    ["former partner", ended.legal, null],
    ["partner's collaborator, not assigned", limited.collaborator, null],
  ];
  const relations: Relation[] = [];
  for (const [name, userId, standing] of [...inside, ...outside]) {
    const stale = await signedIn(userId);
    await asOwner(
      `UPDATE "Session" SET "confirmedAt" = now() - interval '16 minutes' WHERE "tokenHash" = $1`,
      [Buffer.from(hashToken(stale.sessionToken ?? ""))],
    );
    const drafts: Relation["drafts"] = {};
    const teamDrafts: Relation["teamDrafts"] = {};
    for (const house of [home, away]) {
      const own = {} as Record<DraftKind, string>;
      for (const kind of Object.keys(DRAFT_ROLES) as DraftKind[])
        own[kind] = await insertDraft({ organizationId: house.id, userId, kind });
      drafts[house.id] = own;
      const team = { organizationId: house.id, userId, members: [house.members.somebody] };
      teamDrafts[house.id] = {
        reaching: await insertTeamDraft({ ...team, access: [{ on: house.products.hosting, rights: 1 }] }),
        plain: await insertTeamDraft(team),
      };
    }
    const [user] = await asOwner<{ email: string }>(`SELECT "email" FROM "User" WHERE "id" = $1`, [userId]);
    relations.push({
      name,
      userId,
      email: user?.email ?? "",
      standing,
      isSignedIn: true,
      isStaff: userId === staff,
      fresh: await signedIn(userId),
      stale,
      drafts,
      teamDrafts,
    });
  }
  const [legal] = relations;
  if (!legal) throw new Error("nobody is there");
  const without = (name: string, caller: Caller): Relation => ({
    ...legal,
    name,
    isSignedIn: false,
    standing: null,
    fresh: caller,
    stale: caller,
  });
  relations.push(
    without("anonymous", anonymous()),
    without("half signed in", await halfSignedIn(legal.userId, "SECOND_FACTOR")),
    without("holder of a ticket not yet redeemed", await halfSignedIn(legal.userId, "SESSION")),
    without("signed out", await withSession(legal.userId, `"revokedAt" = now()`)),
    without(
      "idle for too long",
      await withSession(legal.userId, `"idleExpiresAt" = now() - interval '1 second'`),
    ),
    without(
      "session at its end",
      await withSession(legal.userId, `"expiresAt" = now() - interval '1 second'`),
    ),
  );
  return {
    home,
    away,
    relations,
    passwordReset: await insertPasswordReset(home.people.legal),
    mail: await insertMail(),
  };
}

/** Somebody who has passed the first factor only, and presents its ticket as if it were a session. */
async function halfSignedIn(userId: string, purpose: "SECOND_FACTOR" | "SESSION"): Promise<Caller> {
  const ticket = newToken();
  await asOwner(
    `INSERT INTO "SignInTicket" ("tokenHash", "userId", "purpose", "assuranceLevel", "expiresAt")
     VALUES ($1, $2, $3, 1, now() + interval '5 minutes')`,
    [Buffer.from(hashToken(ticket)), userId, purpose],
  );
  return { ...anonymous(), sessionToken: ticket };
}

async function withSession(userId: string, change: string): Promise<Caller> {
  const caller = await signedIn(userId);
  await asOwner(`UPDATE "Session" SET ${change} WHERE "tokenHash" = $1`, [
    Buffer.from(hashToken(caller.sessionToken ?? "")),
  ]);
  return caller;
}

async function insertPasswordReset(userId: string): Promise<string> {
  const token = newToken();
  await asOwner(
    `INSERT INTO "PasswordReset" ("tokenHash", "userId", "expiresAt") VALUES ($1, $2, now() + interval '30 minutes')`,
    [Buffer.from(hashToken(token)), userId],
  );
  return token;
}

async function insertMail(): Promise<string> {
  const [mail] = await asOwner<{ id: string }>(
    `INSERT INTO "OutboxMail" ("id", "template", "toAddress", "locale", "subject", "text", "html")
     VALUES (gen_random_uuid(), 'welcome', 'somebody@elsewhere.example', 'en', 'Welcome', 'text', '<p>html</p>') RETURNING "id"`,
  );
  return mail?.id ?? "";
}
