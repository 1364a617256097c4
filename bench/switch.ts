import type { Page } from "@playwright/test";
import { launchBrowser } from "./support/browser";
import { type Line, line, median, quantile, round } from "./support/line";
import { startBare, startProduct } from "./support/servers";
import { benchWorld } from "./support/world";

const TIMES = 30;

/** From the click in the switcher until the other organization's heading is painted, against a plain Link of a bare page. */
export async function run(): Promise<Line[]> {
  const world = await benchWorld();
  const { headers } = world;
  const [product, bare] = [await startProduct(world), await startBare()];
  // One browser each: a page behind another one is not painted.
  const [browser, other] = [await launchBrowser(), await launchBrowser()];
  try {
    const context = await browser.newContext();
    await context.addCookies(cookiesOf(headers.cookie, product.origin));
    const [mine, theirs] = [await context.newPage(), await other.newPage()];
    // The compiler keeps the names of functions with a helper that a page does not have.
    for (const page of [mine, theirs]) await page.addInitScript("globalThis.__name = (named) => named");
    await mine.goto(`${product.origin}/o/${world.large}`, { waitUntil: "networkidle" });
    await theirs.goto(`${bare.origin}/o/one`, { waitUntil: "networkidle" });
    const ours: number[] = [];
    const limit: number[] = [];
    // Two turns each are the warm-up.
    for (let turn = -2; turn < TIMES; turn++) {
      const toSmall = turn % 2 === 0;
      const name = `Organization ${toSmall ? world.small : world.large}`;
      const [switched, followed] = [
        await switchOrganization(mine, name),
        await followLink(theirs, toSmall ? "two" : "one"),
      ];
      if (turn < 0) continue;
      ours.push(switched);
      limit.push(followed);
    }
    const p95 = round(quantile(ours, 0.95), 1);
    const common = { better: "lower" as const, unit: "ms", rounds: TIMES };
    return [
      line({
        bench: "switch/median",
        goal: 1.5,
        ours: round(median(ours), 1),
        limit: round(median(limit), 1),
        ...common,
      }),
      line({ bench: "switch/p95", goal: 1, ours: p95, limit: 200, ...common }),
    ];
  } finally {
    await Promise.all([browser.close(), other.close()]);
    await Promise.all([product.stop(), bare.stop()]);
    await world.stop();
  }
}

const cookiesOf = (header: string, url: string) =>
  header.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return { name, value, url };
  });

async function switchOrganization(page: Page, name: string): Promise<number> {
  await page
    .getByRole("button", { name: "Switch organization" })
    .or(page.getByRole("combobox", { name: "Switch organization" }))
    .first()
    .click();
  await page.getByRole("option", { name }).first().waitFor();
  await watchHeading(page, name);
  await page.getByRole("option", { name }).first().click();
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}

async function followLink(page: Page, organization: string): Promise<number> {
  await watchHeading(page, `Organization ${organization}`);
  await page.getByRole("link", { name: `Go to ${organization}` }).click();
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}

/** Makes the page note the next click, and the frame after the one in which its heading says `text`. */
async function watchHeading(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const world = globalThis as unknown as { painted: Promise<number> };
    world.painted = new Promise((resolve) => {
      addEventListener(
        "pointerdown",
        () => {
          const began = performance.now();
          const look = () => {
            const shown = document.querySelector("h1")?.textContent ?? "";
            if (shown.includes(wanted)) requestAnimationFrame(() => resolve(performance.now() - began));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    });
  }, text);
}
