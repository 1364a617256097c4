import pg from "pg";
import { changePreferences } from "@/lib/domain/organizations/commands/changePreferences";
import { draftAddresses } from "@/lib/domain/organizations/commands/draftAddresses";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { editCoordinates } from "@/lib/domain/organizations/commands/editCoordinates";
import { createResource } from "@/lib/domain/products/commands/createResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { addDays, addHours } from "@/lib/kernel/dates";
import type { Caller } from "@/lib/pipeline/caller";
import { setNow } from "@/lib/platform/clock";
import { disconnect } from "@/lib/platform/database";
import { startSession } from "@/lib/platform/session";
import { stage, type World } from "./stage";

/**
 * Tells the demo story in an empty database, mostly by the product's own commands so that activity and mails are
 * real; does nothing where there already is an account. `databaseUrl` is the owner's; the application's role is
 * taken from the environment.
 */
export async function seed(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const { rows } = await pool.query(`SELECT 1 FROM "User" LIMIT 1`);
    if (rows.length > 0) return;
    const world = await stage(
      async <Row extends object>(text: string, values: unknown[] = []) =>
        (await pool.query(text, values)).rows as Row[],
    );
    // Everybody has been there for a while, and nobody did all of it at the same minute.
    await pool.query(
      `UPDATE "Membership" SET "joinedAt" = now() - make_interval(days => 60 + abs(hashtext("id"::text)) % 500)`,
    );
    await tell(world);
  } finally {
    setNow(null);
    await disconnect();
    await pool.end();
  }
}

async function tell(world: World): Promise<void> {
  const today = new Date();
  const at = (daysAgo: number) => setNow(addHours(addDays(today, -daysAgo), (daysAgo * 5) % 9));
  const { people, organizations } = world;
  const { slug: atelier, members, products } = organizations.atelier;

  at(41);
  await invite(await acting(people.claire, atelier), ["archive@atelier-nord.example"], "COLLABORATOR");
  at(27);
  const { id: channel } = await createResource.execute(await acting(people.marco, atelier), {
    product: products.chat,
    type: "CHANNEL",
    name: "site visits",
  });
  at(19);
  await changePreferences.execute(await acting(people.claire, atelier), {
    id: organizations.atelier.members.jonas,
    version: 1,
    remindersByEmail: false,
    remindersBySms: false,
    productEventsByEmail: true,
  });
  at(9);
  await giveAccess.execute(await acting(people.marco, atelier), {
    holder: `member:${members.nadia}`,
    on: `resource:${channel}`,
    rights: ["member"],
  });
  at(6);
  await editCoordinates.execute(await acting(people.hugo, organizations.lumiere.slug), {
    version: 1,
    name: "Studio Lumière Sàrl",
    street: "Rue des Étuves",
    houseNumber: "12",
    postalCode: "1201",
    city: "Genève",
    country: "CH",
    phone: "+41 22 700 12 34",
    locale: "fr",
    terms: true,
  });
  at(3);
  await invite(
    await acting(people.marco, atelier),
    ["lea.martin@atelier-nord.example", "noah.favre@atelier-nord.example"],
    "COLLABORATOR",
  );
  at(1);
  // The agency acts for its client: the record names both.
  await invite(await acting(people.sofia, atelier), ["webmaster@boreale.example"], "EXTERNAL");
}

async function acting(userId: string, organization: string): Promise<Caller> {
  return {
    sessionToken: await startSession(userId, 1, { userAgent: "", addressPrefix: "" }),
    organization,
    locale: "en",
    requestId: "demo",
    userAgent: "",
    addressPrefix: "",
    browserToken: null,
  };
}

async function invite(caller: Caller, emails: string[], role: "COLLABORATOR" | "EXTERNAL"): Promise<void> {
  const { draft } = await draftAddresses.execute(caller, { addresses: emails.join("\n") });
  await draftChoices.execute(caller, {
    step: "place",
    draft,
    place: role === "EXTERNAL" ? "external" : "inside",
  });
  await draftChoices.execute(caller, { step: "role", draft, role });
  await inviteUsers.execute(caller, { draft });
}
