import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "@/tests/support/browser";

/** A running Chromium, the one that the journeys use. */
export async function launchBrowser(): Promise<Browser> {
  const { path, args, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    args,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
