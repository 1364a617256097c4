import { expect, test } from "../support/journey";
import { alertOf, rowMenu } from "../support/steps";

const ONLY_THEY = "Only a legal representative may give or take the role of legal representative.";

test("an administrator sees the role disabled, with the reason, for a user and for an invitation (USR-4)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug } = world.organizations.atelier;
  await signIn("marco");
  await visit(`/o/${slug}/users`);
  await (await rowMenu(page, "Jonas Weber")).getByRole("menuitem", { name: "Change role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change role" })).toBeVisible();
  const role = page.getByRole("radio", { name: "Legal representative" });
  await expect(role).toBeDisabled();
  await expect(role).toHaveAccessibleDescription(new RegExp(ONLY_THEY));

  await visit(`/o/${slug}/users/new/addresses`);
  await page.getByRole("textbox", { name: "E-mail addresses" }).fill("chief@atelier-nord.example");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "Inside the organization" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Which role?" })).toBeVisible();
  await expect(role).toBeDisabled();
  await expect(role).toHaveAccessibleDescription(new RegExp(ONLY_THEY));
  await expect(page.getByRole("radio", { name: "Administrator" })).toBeEnabled();
});

test("a forged form is refused, and nothing has changed (USR-4)", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("marco");
  await visit(`/o/${slug}/users/${members.jonas}/role`);
  const role = page.getByRole("radio", { name: "Legal representative" });
  await role.evaluate((field: HTMLInputElement) => {
    field.disabled = false;
  });
  await role.check();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(alertOf(page)).toContainText(ONLY_THEY);
  const [jonas] = await asOwner<{ role: string }>(`SELECT "role" FROM "Membership" WHERE "id" = $1`, [
    members.jonas,
  ]);
  expect(jonas?.role).toBe("COLLABORATOR");
});

test("an administrator neither removes nor demotes a legal representative, nor raises themselves (USR-13)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("marco");
  await visit(`/o/${slug}/users`);
  const menu = await rowMenu(page, "Claire Fontaine");
  await expect(menu.getByRole("menuitem", { name: "Change role" })).toHaveCount(0);
  await expect(menu.getByRole("menuitem", { name: "Remove" })).toBeDisabled();
  await page.keyboard.press("Escape");

  await visit(`/o/${slug}/users/${members.claire}/role`);
  await expect(page).toHaveURL(`/o/${slug}/users/${members.claire}`);
  await expect(page.getByRole("link", { name: "Change role" })).toHaveCount(0);
  await visit(`/o/${slug}/users/${members.marco}/role`);
  await expect(page.getByRole("radio", { name: "Legal representative" })).toBeDisabled();
});
