import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./tests/support/browser";

const { path, args, env } = await findBrowser();

/** One story a file, in a real browser, on the built product; every story begins with the same cast. */
export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results/journeys",
  globalSetup: "./tests/support/journeysSetup.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "Europe/Zurich",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    // Recording every story costs a sixth of the time; `npx playwright test NAME --trace on` records the one in question.
    trace: "off",
    launchOptions: {
      executablePath: path,
      args,
      env: { ...(process.env as Record<string, string>), ...env },
    },
  },
});
