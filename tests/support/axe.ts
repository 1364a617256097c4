import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2, levels A and AA, and what came before it. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on the page as it is now: what, where, and how to mend it. */
export async function accessibilityFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    // Part of 2.2, but switched off unless asked for. (First: setting options forgets the tags.)
    .options({ rules: { "target-size": { enabled: true } } })
    .withTags(STANDARD)
    .analyze();
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
}

/** Expects that axe finds nothing on the page as it is now. */
export async function expectAccessible(page: Page) {
  expect(await accessibilityFaults(page), `axe on ${page.url()}`).toEqual([]);
}
