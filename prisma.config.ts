import { defineConfig } from "prisma/config";

// `prisma generate` wants an engine that it would download from outside the npm registry, and never runs it:
// any program satisfies it. Migrations go through scripts/migrate.ts. Never run `prisma migrate` with this
// setting: it would do nothing and look successful.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
