import { insertGrant, insertResource, insertSubscription, insertTeam } from "@/prisma/stage";
import { asOwner } from "./database";

/** What every house of the tests has: one product of each way of holding things, two teams, and some access. */
export type Possessions = {
  products: Record<"suite" | "mail" | "drive" | "chat" | "hosting" | "ticketing", string>;
  resources: Record<"mailbox" | "folder" | "channel" | "calendar", string>;
  teams: Record<"web" | "other", string>;
  /** The collaborator's technical right on the hosting, and the web team's way into the folder. */
  grants: Record<"hosting" | "folder", string>;
};

/** What furnishing needs to know about a house. */
type Bare = {
  id: string;
  word: string;
  people: Record<"legal", string>;
  members: Record<"collaborator" | "external", string>;
  invitation: { id: string };
};

/** Fills a house. The collaborator leads the web team, the external is in it too. */
export async function furnish(house: Bare): Promise<Possessions> {
  const { id: organizationId, members, people, word } = house;
  const product = (kind: string, offer: string, partOf?: string) =>
    insertSubscription(asOwner, {
      organizationId,
      kind,
      offer,
      name: `${kind} of ${word}`,
      ...(partOf ? { partOf } : {}),
    });
  const suite = await product("suite", "standard");
  const products = {
    suite,
    mail: await product("suite-mail", "included", suite),
    drive: await product("suite-drive", "included", suite),
    chat: await product("suite-chat", "included", suite),
    hosting: await product("web-hosting", "standard"),
    ticketing: await product("ticketing", "standard"),
  };
  const resource = (type: string, subscriptionId: string, name: string, sharedRights = 0) =>
    insertResource(asOwner, { organizationId, subscriptionId, type, name, sharedRights });
  const resources = {
    mailbox: await resource("MAILBOX", products.mail, `office@${word}.example`),
    folder: await resource("FOLDER", products.drive, "Plans"),
    channel: await resource("CHANNEL", products.chat, "general"),
    calendar: await resource("CALENDAR", products.suite, "Holidays", 1),
  };
  const teams = {
    web: await insertTeam(asOwner, {
      organizationId,
      name: "Web",
      members: [members.collaborator, members.external],
    }),
    other: await insertTeam(asOwner, { organizationId, name: "Other", colour: "RED" }),
  };
  const by = { userId: people.legal, name: `legal of ${word}` };
  const grants = {
    hosting: await insertGrant(asOwner, {
      organizationId,
      by,
      to: { membershipId: members.collaborator },
      on: { subscriptionId: products.hosting },
      rights: 1,
    }),
    folder: await insertGrant(asOwner, {
      organizationId,
      by,
      to: { teamId: teams.web },
      on: { resourceId: resources.folder },
      rights: 3,
    }),
  };
  await asOwner(
    `INSERT INTO "InvitationTeam" ("organizationId", "invitationId", "teamId") VALUES ($1, $2, $3)`,
    [organizationId, house.invitation.id, teams.web],
  );
  // Each grant raised its team's version; tests begin where forms begin.
  await asOwner(`UPDATE "Team" SET "version" = 1 WHERE "organizationId" = $1`, [organizationId]);
  return { products, resources, teams, grants };
}
