import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * Three kinds of tests, told apart by where they stand:
 * - rules: pure functions; milliseconds, no database.
 * - commands: on a real PostgreSQL, every file in a database of its own; so are the architecture tests
 *   that need one (`tests/architecture/*.database.test.ts`: permission sweep, tenancy, schema).
 * - architecture: what the source tree itself must keep.
 */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    // No test waits for real time: one that hangs is a bug, and is told so soon.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "rules", include: ["tests/rules/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: {
          name: "commands",
          include: ["tests/commands/**/*.test.ts", "tests/architecture/**/*.database.test.ts"],
          globalSetup: ["tests/support/globalSetup.ts"],
          setupFiles: ["tests/support/databaseOfFile.ts"],
          pool: "forks",
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          exclude: ["tests/architecture/**/*.database.test.ts", "**/node_modules/**"],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
