import type { Page } from "@playwright/test";
import { NOTICE_COOKIE } from "@/lib/kernel/notices";
import { expect, test, withAndWithoutJavaScript } from "../support/journey";

const notice = (page: Page) => page.locator(".toast, .callout[role=status]");
const isCarried = async (page: Page) =>
  (await page.context().cookies()).some(({ name }) => name === NOTICE_COOKIE);

withAndWithoutJavaScript((javaScriptEnabled) => {
  test("a notice is said by the page it is for, and not again", async ({ page, world, signIn }) => {
    const { slug, members } = world.organizations.atelier;
    await signIn("claire");
    await page.goto(`/o/${slug}/users/${members.jonas}/remove`);
    if (javaScriptEnabled) await expect(page.locator("html[data-ready]")).toBeVisible();
    await page.getByRole("button", { name: "Remove" }).click();
    await expect(page).toHaveURL(new RegExp(`/o/${slug}/users$`));
    await expect(notice(page)).toContainText("The user has been removed.");
    expect(await isCarried(page)).toBe(false);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
  });

  test("a language saved and an organization left are told once too", async ({ page, world, signIn }) => {
    await signIn("claire");
    const ready = () => page.locator("html[data-ready]").waitFor();
    await page.goto("/account/language");
    if (javaScriptEnabled) await ready();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(notice(page)).toHaveCount(1);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);

    await page.goto(`/account/organizations/leave/${world.organizations.lumiere.slug}`);
    if (javaScriptEnabled) await ready();
    await page.getByRole("button", { name: "Leave organization" }).click();
    await expect(notice(page)).toContainText("You have left the organization.");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
  });
});

test("no address can be typed that says something was done", async ({ page, visit, world, signIn }) => {
  for (const path of ["/login?after=password-changed", "/login?after=signed-out"]) {
    await visit(path);
    await expect(notice(page)).toHaveCount(0);
  }
  await signIn("claire");
  const { slug } = world.organizations.atelier;
  for (const path of [
    `/o/${slug}?done=replaced`,
    `/o/${slug}/users?done=removed-9`,
    "/account/language?after=saved",
  ]) {
    await visit(path);
    await expect(notice(page)).toHaveCount(0);
  }
});
