import type { Page } from "@playwright/test";
import { expect, test, withAndWithoutJavaScript } from "../support/journey";
import { alertOf } from "../support/steps";

/** "Add a user", back and forth (USR-8). */

const box = (page: Page) => page.getByRole("textbox", { name: "E-mail addresses" });
const onwards = (page: Page) => page.getByRole("button", { name: "Continue" });
const stages = (page: Page) =>
  page.getByRole("navigation", { name: "Steps" }).getByRole("listitem").allInnerTexts();

withAndWithoutJavaScript(() => {
  test("the browser's Back leads to the addresses that were entered", async ({
    page,
    visit,
    world,
    signIn,
  }) => {
    await signIn("claire");
    await visit(`/o/${world.organizations.atelier.slug}/users`);
    await page.getByRole("main").getByRole("link", { name: "Add a user" }).click();
    await box(page).fill("one@way.example\ntwo@way.example");
    await onwards(page).click();
    await expect(page.getByRole("heading", { name: "2 addresses can be invited" })).toBeVisible();
    await page.goBack();
    await expect(box(page)).toHaveValue("one@way.example\ntwo@way.example");

    // What is entered the second time is what counts, also further on.
    await box(page).fill("three@way.example");
    await onwards(page).click();
    await page.getByRole("radio", { name: "Inside the organization" }).check();
    await onwards(page).click();
    await expect(page.getByRole("heading", { name: "Which role?" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("radio", { name: "Inside the organization" })).toBeChecked();
    await page.goBack();
    await expect(box(page)).toHaveValue("three@way.example");
    await page.goBack();
    await expect(page).toHaveURL(/\/users$/);
  });
});

test("the steps promised at the beginning are those that come, for one address, several, and an external", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const promised = ["Addresses", "Role", "Rights", "Products", "Teams", "Check"];
  await signIn("claire");
  for (const addresses of ["one@way.example", "one@way.example, two@way.example"]) {
    await visit(`/o/${world.organizations.atelier.slug}/users/new/addresses`);
    const shown = async () => (await stages(page)).map((text) => text.replace(/^\d|\s|\(done\)/g, ""));
    expect(await shown()).toEqual(promised);
    await box(page).fill(addresses);
    await onwards(page).click();
    if (addresses.includes(",")) {
      await expect(page.getByRole("heading", { name: "2 addresses can be invited" })).toBeVisible();
      expect(await shown()).toEqual(promised);
      await page.getByRole("link", { name: "Continue" }).click();
    }
    await page.getByRole("radio", { name: "External" }).check();
    expect(await shown()).toEqual(promised);
    await onwards(page).click();
    await expect(page.getByRole("heading", { name: "Which rights and reminders?" })).toBeVisible();
    expect(await shown()).toEqual(promised);
  }
});

test("an address of 300 characters leaves in view why it is refused", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn("claire");
  await visit(`/o/${world.organizations.atelier.slug}/users/new/addresses`);
  const long = `${"a".repeat(288)}@way.example`;
  await box(page).fill(long);
  await onwards(page).click();
  await expect(alertOf(page)).toContainText("This is not an e-mail address");
  await box(page).fill(`${long}\ngood@way.example`);
  await onwards(page).click();
  const row = page.getByRole("row").filter({ hasText: "Not an e-mail address" });
  await expect(row).toBeVisible();
  expect((await row.boundingBox())?.height).toBeLessThan(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole("link", { name: "Back" }).click();
  await expect(box(page)).toHaveValue(`${long}\ngood@way.example`);
});
