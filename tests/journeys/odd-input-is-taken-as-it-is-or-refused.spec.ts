import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";
import { alertOf } from "../support/steps";

const isWiderThanTheWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test("names of 300 characters are refused, of 128 they are shown whole; nothing breaks the page", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("claire");
  await visit("/account");
  await page.getByLabel("First name").fill("W".repeat(300));
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(alertOf(page)).toContainText("At most 128 characters.");
  await expect(page.getByLabel("First name")).toHaveValue("W".repeat(300));
  await page.getByLabel("First name").fill("W".repeat(128));
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Your name has been changed in every organization.")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  const user = `/o/${slug}/users/${members.claire}`;
  for (const path of [
    "/account",
    `/o/${slug}`,
    `/o/${slug}/users`,
    user,
    `${user}/role`,
    `${user}/replace`,
  ]) {
    await visit(path);
    expect(await isWiderThanTheWindow(page), path).toBe(false);
  }
});

test("emoji and writing from right to left are names like any other", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("claire");
  await visit("/account");
  await page.getByLabel("First name").fill("👩🏽‍🚀 عائشة");
  await page.getByLabel("Last name").fill("שלום <b>&amp;</b>");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Your name has been changed in every organization.")).toBeVisible();
  const name = "👩🏽‍🚀 عائشة שלום <b>&amp;</b>";
  await visit(`/o/${slug}/users/${members.claire}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page).toHaveTitle(/عائشة/);
  await visit(`/o/${slug}/users`);
  await page.getByRole("searchbox", { name: "Search by name or address" }).fill("عائشة");
  await page.getByRole("searchbox", { name: "Search by name or address" }).press("Enter");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await expect(page.getByRole("button", { name: `Actions for ${name}` })).toBeVisible();

  // Signs that turn the direction of what follows them could write another name than the one that is read.
  await visit("/account");
  await page.getByLabel("First name").fill("Claire\u202egpj.exe");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(alertOf(page)).toContainText("Line breaks and control characters are not allowed here.");
});

test("a formula in a name stays a text in the file that is downloaded", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
}) => {
  const { slug } = world.organizations.atelier;
  await asOwner(`UPDATE "User" SET "firstName" = '=HYPERLINK("https://evil.example","x")' WHERE "id" = $1`, [
    world.people.jonas,
  ]);
  await asOwner(`UPDATE "User" SET "firstName" = '@SUM(1+1)', "lastName" = 'a;b"c' WHERE "id" = $1`, [
    world.people.nadia,
  ]);
  await signIn("claire");
  await visit(`/o/${slug}/users?role=COLLABORATOR`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`users-${slug}.csv`);
  const text = await readFile(await file.path(), "utf8");
  expect(text.startsWith("\ufeffName,E-mail address,Role")).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"",""x"") Weber"`);
  expect(text).toContain(`"'@SUM(1+1) a;b""c"`);
  const [heading, ...lines] = text.trimEnd().split("\r\n");
  expect(heading?.endsWith(",Since (UTC)")).toBe(true);
  for (const line of lines) expect(line).toMatch(/,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(text, "only what is filtered").not.toContain("marco@");
});

test("addresses pasted in any state are read, and each line says what becomes of it", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await signIn("claire");
  await visit(`/o/${world.organizations.atelier.slug}/users/new/addresses`);
  const onwards = page.getByRole("button", { name: "Continue" });
  await onwards.click();
  await expect(alertOf(page)).toContainText("Enter at least one address.");
  await page
    .getByRole("textbox", { name: "E-mail addresses" })
    .fill(
      'Good One <good@one.example>; GOOD@one.example\n"=cmd|calc"\nmarco@atelier-nord.example, claire@atelier-nord.example\nfull＠width.example\nplain@two.example\n',
    );
  await onwards.click();
  await expect(page.getByRole("heading", { name: "2 addresses can be invited" })).toBeVisible();
  const line = (text: string) => page.getByRole("row").filter({ hasText: text });
  await expect(line("plain@two.example")).toContainText("Will be invited");
  await expect(line("good@one.example").filter({ hasText: "Listed twice" })).toHaveCount(1);
  await expect(line("marco@atelier-nord.example")).toContainText("Already a user");
  await expect(line("claire@atelier-nord.example")).toContainText("Your own address");
  await expect(line("full＠width.example")).toContainText("Not an e-mail address");

  // A file of one line too many is refused, whatever else it holds.
  await page.getByRole("link", { name: "Back" }).click();
  const lines = Array.from({ length: 10_001 }, (_, index) => `person${index}@crowd.example`);
  await page.getByLabel("Or a CSV file").setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`E-mail\n${lines.join("\n")}`),
  });
  await page.getByRole("textbox", { name: "E-mail addresses" }).fill("");
  await onwards.click();
  await expect(alertOf(page)).toContainText("At most 10,000 addresses can be added at once.");
});

test("what is unknown, malformed or of others is not found: a page that says so, with status 404", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { atelier, lumiere, boreale } = world.organizations;
  await signIn("marco");
  const places = [
    "/nowhere",
    `/o/${lumiere.slug}`,
    `/o/${boreale.slug}/users`,
    "/o/does-not-exist",
    "/o/ATELIER-NORD-SA",
    "/o/..%2f..%2fetc",
    "/o/%00",
    "/o/%27%20OR%201=1--",
    `/o/${"a".repeat(5000)}`,
    `/o/${atelier.slug}/nowhere`,
    `/o/${atelier.slug}/users/not-an-id`,
    `/o/${atelier.slug}/users/${randomUUID()}`,
    `/o/${atelier.slug}/users/${lumiere.members.felix}`,
    `/o/${atelier.slug}/users/${lumiere.members.felix}/role`,
    `/o/${atelier.slug}/users/${lumiere.members.felix}/remove`,
    `/o/${atelier.slug}/users/new/nowhere`,
    "/account/nowhere",
    "/invite/not-a-token",
  ];
  for (const place of places) {
    expect(await visit(place), place).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), place).toHaveText(
      place.startsWith("/invite/") ? "This link does not work" : "Page not found",
    );
  }
  // Somebody else's organization and none at all are told in the same words.
  for (const slug of [lumiere.slug, "does-not-exist"]) {
    await page.goto(`/account/organizations/leave/${slug}`);
    await expect(page.getByRole("dialog")).toContainText("There is nothing left to do.");
  }
});

test("odd words in an address of a list are left out, never an error", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug } = world.organizations.atelier;
  await signIn("claire");
  for (const query of [
    "?page=-1&size=1e9&sort=password",
    "?page=999999999999999999999&role=GOD&state=__proto__",
    "?q=%25_%27%22%00&q=x&confirm=remove&id=1&id=2",
    "?show=everything&menu=nobody&done=hacked-99999",
  ])
    expect(await visit(`/o/${slug}/users${query}`), query).toBe(200);
  await expect(page.getByRole("table", { name: "Users" })).toBeVisible();
  for (const query of ["?from=yesterday&to=2026-13-45", "?action=' OR 1=1&q=%00&page=x"])
    expect(await visit(`/o/${slug}/activity${query}`), query).toBe(200);
  expect(await visit(`/o/${slug}/activity?from=2026-07-03&to=2026-07-02`)).toBe(200);
  await expect(page.getByLabel("To", { exact: true })).toHaveAccessibleDescription(
    "This day is before the first one.",
  );
  // The way back after sign-in is never another site's.
  await page.context().clearCookies();
  await visit("/login?then=https://evil.example/");
  await expect(page.locator('input[name="then"]')).toHaveCount(0);
});

test("what one's role does not include is forbidden, inside the shell, with status 403", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("jonas");
  for (const path of [
    "/users",
    `/users/${members.marco}`,
    "/users/new/addresses",
    "/activity",
    "/settings",
  ]) {
    expect(await visit(`/o/${slug}${path}`), path).toBe(403);
    await expect(
      page.getByRole("heading", { level: 1, name: "Your role does not give access to this page" }),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Switch organization" })).toBeVisible();
  }
});

test("an address that names nothing is answered by a page that says so and leads on", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  for (const path of ["/o/%E0%A4%A", "/invite/%zz", "/%", "/nothing"]) {
    expect(await visit(path), path).toBe(404);
    await expect(page).toHaveTitle("Page not found · Kontor");
    await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await signIn("jonas");
  const { slug } = world.organizations.atelier;
  const deadEnds: [string, number, string][] = [
    ["/nothing", 404, "Page not found · Kontor"],
    ["/account/nothing", 404, "Page not found · Kontor"],
    ["/admin/mail", 404, "Page not found · Kontor"],
    ["/o/nobody", 404, "Page not found · Kontor"],
    [`/o/${slug}/users/nobody`, 403, "Your role does not give access to this page · Kontor"],
    [`/o/${slug}/activity`, 403, "Your role does not give access to this page · Kontor"],
  ];
  for (const [path, status, title] of deadEnds) {
    expect(await visit(path), path).toBe(status);
    await expect(page, path).toHaveTitle(title);
  }
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page).toHaveTitle(/^Overview · /);
});
