import { env } from "@/lib/platform/env";
import { seed } from "@/prisma/seed";
import { main, PlainError } from "./say";

/** Tells the demo story in the database of DATABASE_URL; a process of its own because the story is told as the application. */
await main(async () => {
  const { databaseUrl } = env();
  if (!databaseUrl) throw new PlainError("Use npm run db:seed.");
  await seed(databaseUrl);
});
