import pg from "pg";
import { appRoleUrl } from "@/lib/platform/appRole";
import { env } from "@/lib/platform/env";
import { holderOf, holdFolder } from "../folderLock";
import { migrate } from "../migrate";
import { startCluster } from "../postgres/cluster";
import {
  type ClusterSettings,
  DATABASE,
  ownerUrlOf,
  readSettings,
  writeSettings,
} from "../postgres/settings";
import { isPortFree } from "../processes";
import { PlainError, say } from "../say";
import { runToEnd } from "./child";
import type { Company } from "./company";

/** A database as its owner and as the application. */
export type Addresses = { readonly ownerUrl: string; readonly appUrl: string };

/** The addresses as the environment of a process; a process without `ownerUrl` can only do what the application may. */
export const asEnvironment = ({ ownerUrl, appUrl }: Partial<Addresses>) => ({
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: appUrl,
});

/** What the configured server's addresses are; undefined when the embedded one is used. */
export function configuredDatabase(): Addresses | undefined {
  const { databaseUrl } = env();
  return databaseUrl === undefined ? undefined : { ownerUrl: databaseUrl, appUrl: env().databaseAppUrl };
}

const addressesOf = (settings: ClusterSettings): Addresses => {
  const ownerUrl = ownerUrlOf(settings);
  return { ownerUrl, appUrl: appRoleUrl(ownerUrl) };
};

/** Where the embedded database will be, as long as nothing else took its port meanwhile; undefined the first time. */
export async function rememberedAddresses(): Promise<Addresses | undefined> {
  const settings = await readSettings(env().dataFolder);
  return settings && (await isPortFree(settings.port, "127.0.0.1")) ? addressesOf(settings) : undefined;
}

/** Starts the embedded PostgreSQL and keeps it running; stopping the company stops it. */
export async function keepEmbedded(company: Company): Promise<Addresses> {
  const { ownerUrl } = await company.keep("database", () => startCluster(env().dataFolder), true);
  return { ownerUrl, appUrl: appRoleUrl(ownerUrl) };
}

/** Brings the database up to date, and tells the demo story in it once where that is wished. */
export async function prepareDatabase(company: Company, addresses: Addresses): Promise<void> {
  const applied = await migrate(addresses.ownerUrl, addresses.appUrl, env());
  if (applied.length > 0) say(`The database is migrated: ${applied.length} new.`);
  if (env().seed === "demo") await tellDemo(company, addresses);
}

/** Tells the demo story once, in a database without accounts; one that was interrupted is told again from the start. */
export async function tellDemo(company: Company, addresses: Addresses): Promise<void> {
  const { dataFolder } = env();
  // A database of somebody else's is only told the story when it is empty, and nothing is ever deleted there.
  const settings = configuredDatabase() ? undefined : await readSettings(dataFolder);
  if (settings?.demo === "told") return;
  const remember = async (demo: "begun" | "told") => {
    if (settings) await writeSettings(dataFolder, { ...settings, demo });
  };
  if (settings?.demo === "begun") {
    // Interrupted half way, before anybody could sign in: what is there is only half a story.
    await recreateDatabase(settings);
    await migrate(addresses.ownerUrl, addresses.appUrl, env());
  }
  if (await isInhabited(addresses.ownerUrl)) return remember("told");
  say("Telling the demo story …");
  await remember("begun");
  await seed(company, addresses);
  await remember("told");
}

async function seed(company: Company, addresses: Addresses): Promise<void> {
  const run = await company.borrow(() =>
    runToEnd(
      ["scripts/run.mjs", "seed"],
      { ...asEnvironment(addresses), LOG_LEVEL: "warn" },
      "The demo story could not be told.",
    ),
  );
  await run.done;
}

async function isInhabited(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM "User" LIMIT 1');
  await client.end();
  return rowCount !== 0;
}

/** Deletes all data of the embedded database. */
export async function recreateDatabase(settings: ClusterSettings): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrlOf(settings, "postgres") });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
}

/**
 * For a command that needs the database for a moment: the configured server, or the embedded PostgreSQL,
 * which is started for it unless a running Kontor has it already.
 */
export async function borrowDatabase(company: Company, doing: string): Promise<Addresses> {
  const configured = configuredDatabase();
  if (configured) return configured;
  const { dataFolder } = env();
  if (await holderOf(dataFolder)) {
    const settings = await readSettings(dataFolder);
    if (!settings)
      throw new PlainError("Kontor is only just starting from this folder: try again in a moment.");
    return addressesOf(settings);
  }
  await holdFolder(dataFolder, doing);
  return keepEmbedded(company);
}
