import { cast, PASSWORD } from "@/prisma/cast";
import { expect, test } from "../support/journey";
import { alertOf, signInByForm } from "../support/steps";

const NEW = "eleven herons beside the mill";

test("a forgotten password is replaced through the mail; old sessions and the link itself are over", async ({
  page,
  visit,
  world,
  mailbox,
  inAnotherBrowser,
}) => {
  const elsewhere = await inAnotherBrowser("claire");
  const overview = `/o/${world.organizations.atelier.slug}`;
  await visit(overview, elsewhere);

  await visit("/login");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Forgot your password?" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail address" }).fill("Claire@Atelier-Nord.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("If there is an account with this address")).toBeVisible();

  const link = await mailbox.link(cast.claire.email, /new password/);
  await visit(link);
  const password = page.getByLabel("New password");
  await password.fill("claire fontaine atelier nord");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(alertOf(page)).toBeVisible();
  await password.fill(NEW);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByText("Your password has been changed")).toBeVisible();

  await signInByForm(page, cast.claire.email, PASSWORD);
  await expect(alertOf(page)).toContainText("The address or the password is not right.");
  await signInByForm(page, cast.claire.email, NEW);
  await expect(page).toHaveURL(/\/o\//);

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/login\?then=/);
  await visit(link, elsewhere);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
  await mailbox.latest(cast.claire.email, /was changed/);
});

test("an address without account gets the same answer, and no mail", async ({ page, visit, mailbox }) => {
  await visit("/forgot-password");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("nobody@nowhere.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("If there is an account with this address")).toBeVisible();
  expect(await mailbox.to("nobody@nowhere.example")).toEqual([]);
});

test("whoever guesses has to wait, and is told how long", async ({ page, visit }) => {
  await visit("/login");
  const refused = alertOf(page);
  await expect(async () => {
    await signInByForm(page, cast.claire.email, "a guess and nothing more");
    await expect(refused).toContainText(/Too many attempts. Try again in \d+ second/, { timeout: 1_000 });
  }).toPass();
});
