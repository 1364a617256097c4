import { expect, test } from "../support/journey";

/** Who loses what is confirmed as it was read: what changed meanwhile is shown anew, and then confirmed (TEAM-2). */

test("a team is deleted: its access changed meanwhile, so the list is new, is read again, and confirmed", async ({
  page,
  visit,
  world,
  signIn,
  inAnotherBrowser,
  expectAccessible,
}) => {
  const { slug } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/teams`);
  const team = await page.getByRole("link", { name: "Communication" }).first().getAttribute("href");
  await visit(`${team}?confirm=end`);
  const dialog = page.getByRole("dialog", { name: "Delete Communication" });
  const website = dialog.getByRole("listitem").filter({ hasText: /^Website atelier-nord.example: loses/ });
  await expect(website.first()).toBeVisible();
  await expect(dialog).toContainText(/Marco Bianchi has as much anyway on .*\(by role: Administrator\)/);

  const marco = await inAnotherBrowser("marco");
  await visit(`${team}?tab=access`, marco);
  await marco.getByRole("button", { name: "Actions for Website atelier-nord.example" }).click();
  await marco.getByRole("menuitem", { name: "Withdraw…" }).click();
  await marco.getByRole("button", { name: "Withdraw access" }).click();
  await expect(marco.getByRole("dialog")).toHaveCount(0);

  await dialog.getByRole("button", { name: "Delete team" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "What you were shown has changed in the meantime, so it was not done.",
  );
  await expect(dialog.getByRole("alert")).toContainText("and confirm again");
  await expect(dialog.getByRole("alert")).not.toContainText("entered");
  await expect(website).toHaveCount(0);
  await expectAccessible();
  await dialog.getByRole("button", { name: "Delete team" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The team has been deleted." })).toBeVisible();
});

test("a user is removed and another becomes external: a calendar was shared otherwise meanwhile, so both are read again", async ({
  page,
  context,
  visit,
  world,
  signIn,
  inAnotherBrowser,
}) => {
  const { slug, members, products, resources } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/users/${members.jonas}/remove`);
  const dialog = page.getByRole("dialog", { name: "Remove Jonas Weber" });
  const lost = dialog.getByRole("listitem").filter({ hasText: "Atelier Nord · Holidays: loses" });
  await expect(lost.last()).toBeVisible();
  const other = await context.newPage();
  await visit(`/o/${slug}/users/${members.nadia}/role`, other);
  await other.getByRole("radio", { name: "External user" }).check();
  await expect(other.getByText("As “External user”, Nadia Keller loses 3 accesses")).toBeVisible();

  const marco = await inAnotherBrowser("marco");
  await visit(`/o/${slug}/products/${products.suite}/resources/${resources.holidays}?share=1&to=none`, marco);
  await marco.getByRole("button", { name: "Change sharing" }).click();
  await expect(marco.getByText("The sharing has been changed.")).toBeVisible();

  const changed = "What you were shown has changed in the meantime, so it was not done.";
  await dialog.getByRole("button", { name: "Remove user" }).click();
  await expect(dialog.getByRole("alert")).toContainText(changed);
  await expect(lost).toHaveCount(0);
  await dialog.getByRole("button", { name: "Remove user" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The user has been removed." })).toBeVisible();

  await other.getByRole("button", { name: "Change role" }).click();
  await expect(other.getByRole("alert").filter({ hasText: changed })).toBeVisible();
  await expect(other.getByRole("radio", { name: "External user" })).toBeChecked();
  await expect(other.getByText("As “External user”, Nadia Keller loses 2 accesses")).toBeVisible();
  await other.getByRole("button", { name: "Change role" }).click();
  await expect(other.getByRole("main")).toContainText("External user");
  await expect(other).toHaveURL(`/o/${slug}/users/${members.nadia}`);
});
