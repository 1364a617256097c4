import { afterAll, afterEach, inject } from "vitest";
import { disconnect } from "@/lib/platform/database";
import { afterTest, enterDatabase, leaveDatabase } from "./database";
import { cloneTemplate } from "./testServer";

/** Runs before each command test file: gives it a database of its own, and takes it away after. */

const worker = process.env.VITEST_POOL_ID ?? "1";
enterDatabase(await cloneTemplate(inject("maintenanceUrl"), `kontor_test_${worker}`));

afterEach(afterTest);

afterAll(async () => {
  await disconnect();
  await leaveDatabase();
});
