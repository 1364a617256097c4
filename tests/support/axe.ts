import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2, levels A and AA, and what came before it. */
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on the page as it is now (by some rules only, where told): what, where, and how to mend it. */
export async function accessibilityFaults(page: Page, rules?: string[]) {
  // In the page itself, not in a second one that is opened for each result; a mail's own text is another document,
  // in which no script runs.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude("iframe[sandbox]");
  const { violations } = await (rules
    ? axe.withRules(rules)
    : axe
        // Part of 2.2, but switched off unless asked for. (First: setting options forgets the tags.)
        .options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
        .withTags(STANDARD)
  ).analyze();
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
