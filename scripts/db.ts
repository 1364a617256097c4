import path from "node:path";
import { env } from "@/lib/platform/env";
import { draftMigration } from "./database/draft";
import { holderOf } from "./folderLock";
import { Company } from "./launch/company";
import {
  borrowDatabase,
  configuredDatabase,
  prepareDatabase,
  recreateDatabase,
  tellDemo,
} from "./launch/databases";
import { ensureClient } from "./launch/made";
import { migrate } from "./migrate";
import { readSettings, writeSettings } from "./postgres/settings";
import { main, PlainError, say } from "./say";

/** The `db:` commands of package.json. */
const COMMANDS: Record<string, (company: Company, name: string) => Promise<void>> = {
  /** Applies what the database lacks. */
  async migrate(company) {
    const { ownerUrl, appUrl } = await borrowDatabase(company, "npm run db:migrate");
    const applied = await migrate(ownerUrl, appUrl, env());
    say(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
  },

  /** Drafts the next migration from the difference between the migrations and prisma/schema. */
  async migration(company, name) {
    const { ownerUrl } = await borrowDatabase(company, "npm run db:migration");
    say(
      `Drafted ${path.relative(process.cwd(), await draftMigration(name, ownerUrl))}: read it, and add what is missing.`,
    );
  },

  /** Tells the demo story in an empty database. */
  async seed(company) {
    const addresses = await borrowDatabase(company, "npm run db:seed");
    await ensureClient(company);
    await migrate(addresses.ownerUrl, addresses.appUrl, env());
    await tellDemo(company, addresses);
    say("The database has the demo story, or had accounts before.");
  },

  /** Deletes all data of the embedded database and starts over. */
  async reset(company) {
    if (configuredDatabase()) {
      throw new PlainError(
        "DATABASE_URL is set: only the embedded database is ever deleted by this command.",
      );
    }
    if (await holderOf(env().dataFolder)) throw new PlainError("Kontor is running: stop it first.");
    const addresses = await borrowDatabase(company, "npm run db:reset");
    const settings = await readSettings(env().dataFolder);
    if (!settings) throw new PlainError("There is no embedded database.");
    await recreateDatabase(settings);
    await writeSettings(env().dataFolder, { port: settings.port, password: settings.password });
    await ensureClient(company);
    await prepareDatabase(company, addresses);
    say("The database is as new.");
  },
};

await main(async () => {
  const [command = "", name = ""] = process.argv.slice(3);
  const run = COMMANDS[command];
  if (!run) throw new PlainError(`Say which: ${Object.keys(COMMANDS).join(", ")}.`);
  const company = new Company();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void company.leave().then(() => process.exit(1)));
  }
  try {
    await run(company, name);
  } finally {
    await company.leave();
  }
});
