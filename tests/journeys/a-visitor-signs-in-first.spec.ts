import { cast, PASSWORD } from "@/prisma/cast";
import { expect, test } from "../support/journey";

test("who is not signed in is asked to, and arrives where they wanted to go", async ({
  page,
  world,
  expectAccessible,
}) => {
  const wanted = `/o/${world.organizations.atelier.slug}/users`;
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/login\?/);
  await expectAccessible();
  await page.getByRole("textbox", { name: /address/i }).fill(cast.claire.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(wanted);
});

test("the session of another story is not there in this one", async ({ page, signIn, world }) => {
  await page.goto(`/o/${world.organizations.atelier.slug}`);
  await expect(page).toHaveURL(/\/login\?/);
  await signIn("claire");
  await page.goto(`/o/${world.organizations.atelier.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("who wants nothing in particular arrives at an organization at once, without an empty page on the way", async ({
  page,
}) => {
  const gone: string[] = [];
  page.on("framenavigated", (frame) => gone.push(new URL(frame.url()).pathname));
  await page.goto("/login");
  await page.getByRole("textbox", { name: /address/i }).fill(cast.claire.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Claire Fontaine" })).toBeVisible();
  expect([...new Set(gone)]).toEqual(["/login", "/o/claire-fontaine"]);
});
