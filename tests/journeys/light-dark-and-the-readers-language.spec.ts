import type { Page } from "@playwright/test";
import { cast } from "@/prisma/cast";
import { expect, test } from "../support/journey";
import { signInByForm } from "../support/steps";

const LIGHT = "rgb(255, 255, 255)";
const DARK = "rgb(14, 16, 19)";

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** Notes the ground of every frame that is painted from the first on, in every document that this page loads. */
async function watchTheGround(page: Page) {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { groundsSeen: seen });
    const look = () => {
      if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const groundsSeen = (page: Page) =>
  page.evaluate(() => [...new Set((window as unknown as { groundsSeen: string[] }).groundsSeen)]);

async function choose(page: Page, what: string) {
  await page.getByRole("button", { name: "My account" }).click();
  await page.getByRole("menuitemradio", { name: what }).click();
}

test("automatic follows the system, also when it changes while the page is open (PREF-1)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await visit("/login");
  expect(await ground(page)).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground(page)).toBe(DARK);
  await signIn("claire");
  await visit(`/o/${world.organizations.atelier.slug}`);
  expect(await ground(page)).toBe(DARK);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await ground(page)).toBe(LIGHT);
});

test("what was chosen holds against the system, from the first frame that is painted (PREF-1)", async ({
  page,
  visit,
  world,
  signIn,
  inAnotherBrowser,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await watchTheGround(page);
  await signIn("claire");
  await visit(`/o/${world.organizations.atelier.slug}`);
  await choose(page, "Dark");
  await expect(page.locator("html")).toHaveAttribute("data-appearance", "dark");
  expect(await ground(page)).toBe(DARK);
  await visit(`/o/${world.organizations.atelier.slug}/users`);
  expect(await groundsSeen(page)).toEqual([DARK]);

  await visit("/account/appearance");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.getByRole("radio", { name: "Light" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The appearance has been saved.")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await visit("/account");
  expect(await groundsSeen(page)).toEqual([LIGHT]);

  // It belongs to the person: another browser gets it by signing in.
  const other = await inAnotherBrowser(undefined, { colorScheme: "dark" });
  await visit("/login", other);
  expect(await ground(other)).toBe(DARK);
  await signInByForm(other, cast.claire.email);
  await expect(other.getByRole("button", { name: "My account" })).toBeVisible();
  expect(await ground(other)).toBe(LIGHT);
});

test("the browser's language speaks from the first page; a choice below the card stays", async ({
  page,
  visit,
  inAnotherBrowser,
}) => {
  const french = await inAnotherBrowser(undefined, { locale: "fr-CH" });
  await visit("/login", french);
  await expect(french.locator("html")).toHaveAttribute("lang", "fr");
  await expect(french.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();

  await visit("/login");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
  await visit("/signup");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Create your account" })).toBeVisible();
});

test("the language is the person's, in every browser and in their mails (PREF-3)", async ({
  page,
  visit,
  world,
  signIn,
  mailbox,
  inAnotherBrowser,
}) => {
  await signIn("marco");
  await visit("/account/language");
  await page.getByRole("radio", { name: "Français" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Langue" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");

  const other = await inAnotherBrowser();
  await visit("/login", other);
  await signInByForm(other, cast.marco.email);
  await expect(other.locator("html")).toHaveAttribute("lang", "fr");

  const { slug, members } = world.organizations.atelier;
  const claire = await inAnotherBrowser("claire");
  await visit(`/o/${slug}/users/${members.marco}/role`, claire);
  await claire.getByRole("radio", { name: "Collaborator" }).check();
  await claire.getByRole("button", { name: "Change role" }).click();
  const mail = await mailbox.latest(cast.marco.email);
  expect(mail.locale).toBe("fr");
  expect(mail.subject).toContain("Vos droits");
});
