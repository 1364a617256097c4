import { devices, type Page } from "@playwright/test";
import { NOTICE_COOKIE, type Notice, writeNotice } from "@/lib/kernel/notices";
import { accessibilityFaults } from "../support/axe";
import { expect, test } from "../support/journey";
import { englishOn } from "../support/language";
import { routesOfTheProduct, samples } from "../support/routes";
import { alertOf, rowMenu } from "../support/steps";

const NARROWEST = { width: 320, height: 640 };

/** All rules in light; in dark what depends on colours, which is all that differs. */
async function expectAccessibleInLightAndDark(page: Page, what: string) {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await accessibilityFaults(page), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(await accessibilityFaults(page, ["color-contrast"]), `${what}, dark`).toEqual([]);
}

const widerThanTheWindow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}`);
  });

/** As an action leaves it, which leads to this page. */
const hasToSay = (page: Page, url: string, to: string, notice: Notice) =>
  page
    .context()
    .addCookies([{ name: NOTICE_COOKIE, value: encodeURIComponent(writeNotice({ to, notice })), url }]);

test("every page file has a sample here, and every sample a page file", () => {
  expect(Object.keys(samples).sort()).toEqual(routesOfTheProduct());
});

for (const sample of Object.values(samples).flat())
  test(`${sample.what}: on a desktop and on a phone, light and dark, in English and in French`, async ({
    page,
    visit,
    world,
    signIn,
    asOwner,
    inAnotherBrowser,
    product,
  }) => {
    const { path, as, says, status = 200 } = sample;
    const address = typeof path === "string" ? path : await path({ world, sql: asOwner });
    if (as) await signIn(as);
    if (says) await hasToSay(page, product.baseUrl, address, says);
    expect(await visit(address)).toBe(status);
    if (says) await expect(page.locator(".toast, .callout[role=status]")).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/^\S.* · .*Kontor$/);
    await expectAccessibleInLightAndDark(page, "desktop");
    await page.setViewportSize(NARROWEST);
    expect(await widerThanTheWindow(page), "what is wider than 320 px").toEqual([]);

    const phone = await inAnotherBrowser(as, { ...devices["Pixel 7"], locale: "fr-CH" });
    if (says) await hasToSay(phone, product.baseUrl, address, says);
    expect(await visit(address, phone)).toBe(status);
    await expect(phone.locator("html")).toHaveAttribute("lang", "fr");
    expect(await englishOn(phone), "English on a French page").toEqual([]);
    await expectAccessibleInLightAndDark(phone, "phone");
    expect(await widerThanTheWindow(phone), "what is wider than a phone").toEqual([]);
  });

test("what opens on a click is accessible too, and so is a form that was refused", async ({
  page,
  visit,
  world,
  signIn,
  inAnotherBrowser,
}) => {
  const { slug } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/users`);
  await page.getByRole("button", { name: "Switch organization" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessibleInLightAndDark(page, "switcher");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Command palette" }).getByRole("combobox").fill("u");
  await expectAccessibleInLightAndDark(page, "palette");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "My account" }).click();
  await expectAccessibleInLightAndDark(page, "account menu");
  await page.keyboard.press("Escape");
  await rowMenu(page, "Claire Fontaine");
  await expectAccessibleInLightAndDark(page, "row menu");
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: "Select all rows on this page" }).check();
  await expectAccessibleInLightAndDark(page, "selection");

  await visit(`/o/${slug}/settings`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(alertOf(page)).toContainText("Please check what you entered");
  await expectAccessibleInLightAndDark(page, "form with errors");

  const phone = await inAnotherBrowser("claire", devices["Pixel 7"]);
  await visit(`/o/${slug}/users`, phone);
  await phone.getByRole("button", { name: "Open menu" }).click();
  await expect(phone.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expectAccessibleInLightAndDark(phone, "menu on a phone");
  await phone.getByRole("link", { name: "Overview" }).click();
  await expect(phone.getByRole("navigation", { name: "Main" })).toBeHidden();
});
