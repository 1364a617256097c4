import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";
import { currentOrganization } from "../support/steps";

/** However often a form is sent, it is carried out once. */

const NAME = "Galerie du Port SA";

async function fill(page: Page) {
  await page.getByRole("radio", { name: "A company or association" }).check();
  await page.getByLabel("Legal name").fill(NAME);
  await page.getByRole("checkbox", { name: "I accept the general terms" }).check();
}

test("a double-click creates one organization", async ({ page, visit, signIn, asOwner }) => {
  await signIn("jonas");
  await visit("/account/organizations/new");
  await fill(page);
  await page.getByRole("button", { name: "Create organization" }).dblclick();
  await expect(currentOrganization(page)).toContainText(NAME);
  expect(await asOwner(`SELECT "slug" FROM "Organization" WHERE "name" = $1`, [NAME])).toHaveLength(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form sent twice at the same instant leads twice to the same organization", async ({
    page,
    visit,
    signIn,
    asOwner,
    product,
  }) => {
    await signIn("jonas");
    await visit("/account/organizations/new");
    await fill(page);
    const entries = await page
      .locator("form", { has: page.getByLabel("Legal name") })
      .evaluate((form: HTMLFormElement) =>
        [...new FormData(form)].map(([name, value]) => [name, String(value)]),
      );
    const send = () =>
      page.request.post(page.url(), {
        multipart: Object.fromEntries(entries),
        headers: { origin: product.baseUrl },
        maxRedirects: 0,
      });
    const answers = await Promise.all([send(), send(), send()]);
    const [made, ...others] = await asOwner<{ slug: string }>(
      `SELECT "slug" FROM "Organization" WHERE "name" = $1`,
      [NAME],
    );
    expect(others).toEqual([]);
    for (const answer of answers) {
      expect(answer.status()).toBe(303);
      expect(answer.headers().location).toBe(`/o/${made?.slug}`);
    }
  });
});
