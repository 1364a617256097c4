import { say } from "../say";
import { runToEnd } from "./child";
import type { Company } from "./company";
import { whenStale } from "./fingerprint";

const CLIENT_SOURCES = ["prisma/schema", "node_modules/prisma/package.json"];
const BUILD_SOURCES = [
  ...["app", "components", "lib", "prisma/schema", "public"],
  ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
];

/** Generates the database client when the schema has changed. */
export async function ensureClient(company: Company): Promise<void> {
  await whenStale("prisma/generated/.fingerprint", CLIENT_SOURCES, async () => {
    say("Generating the database client …");
    const run = await company.borrow(() =>
      runToEnd(
        ["node_modules/prisma/build/index.js", "generate"],
        {},
        "The database client could not be generated.",
      ),
    );
    await run.done;
  });
}

/** Builds the pages when what they are made from has changed. */
export async function ensureBuild(company: Company): Promise<void> {
  await whenStale(".next/kontor.fingerprint", BUILD_SOURCES, async () => {
    say("Building the pages: this takes a minute, and only when something has changed …");
    const run = await company.borrow(() =>
      runToEnd(
        ["node_modules/next/dist/bin/next", "build"],
        { NODE_ENV: "production" },
        "The pages could not be built.",
      ),
    );
    await run.done;
  });
}
