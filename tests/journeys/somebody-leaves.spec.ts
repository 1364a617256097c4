import { cast } from "@/prisma/cast";
import { expect, test } from "../support/journey";

test("somebody leaves an organization by themselves, and its legal representatives are told (ORG-7, ORG-8)", async ({
  page,
  visit,
  world,
  signIn,
  mailbox,
}) => {
  await signIn("claire");
  await visit("/account/organizations");
  await page.getByRole("link", { name: "Leave Studio Lumière Sàrl" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave Studio Lumière Sàrl?" });
  await expect(dialog).toContainText("You immediately lose access to Studio Lumière Sàrl");
  await expect(dialog.getByRole("link", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: "Leave Studio Lumière Sàrl" })).toBeVisible();

  await page.getByRole("link", { name: "Leave Studio Lumière Sàrl" }).click();
  await dialog.getByRole("button", { name: "Leave organization" }).click();
  await expect(page.getByRole("status")).toContainText("You have left the organization.");
  const list = page.getByRole("list", { name: "Your organizations" });
  await expect(list).toContainText("Atelier Nord SA");
  await expect(list).not.toContainText("Studio Lumière");
  await mailbox.latest(cast.hugo.email, /Claire Fontaine/);

  expect(await visit(`/o/${world.organizations.lumiere.slug}`)).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
});

test("the last organization can be left too; the account stays and can found another", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await signIn("felix");
  await visit(`/account/organizations/leave/${world.organizations.lumiere.slug}`);
  await expect(page.getByRole("dialog")).toContainText("It is your only organization");
  await page.getByRole("button", { name: "Leave organization" }).click();
  await expect(page.getByText("You do not belong to any organization")).toBeVisible();
  await visit("/o/~");
  await expect(page).toHaveURL("/account/organizations");

  await page.getByRole("main").getByRole("link", { name: "Create an organization" }).click();
  await page.getByRole("radio", { name: "Myself" }).check();
  await page.getByRole("checkbox", { name: "I accept the general terms" }).check();
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page).toHaveURL("/o/felix-roche");
});

test("somebody of the suite is told why they stay, and led to what they have there (ORG-8)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, name } = world.organizations.atelier;
  await signIn("jonas");
  await visit(`/account/organizations/leave/${slug}`);
  const dialog = page.getByRole("dialog", { name: `You cannot leave ${name} yet` });
  await expect(dialog).toContainText("You belong to this organization’s suite");
  await dialog.getByRole("link", { name: "See what you have there" }).click();
  await expect(page.getByRole("heading", { name: "What you can reach" })).toBeVisible();
});

test("the organization with one's personal suite stands first (ORG-6)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await signIn("claire");
  await visit("/account/organizations");
  const first = page.getByRole("list", { name: "Your organizations" }).getByRole("listitem").first();
  await expect(first).toContainText("Claire Fontaine");
  await visit(`/o/${world.organizations.atelier.slug}`);
  await page.getByRole("button", { name: "Switch organization" }).click();
  await expect(page.getByRole("option").first()).toContainText("Claire Fontaine");
});

test("the last legal representative is told precisely why not, and what to do (ORG-8, USR-5)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { atelier, claire } = world.organizations;
  await signIn("claire");
  await visit("/account/organizations");
  const last = "An organization must always have a legal representative. Name another one first.";
  const leave = page.getByRole("button", { name: `Leave ${atelier.name}` });
  await expect(leave).toBeDisabled();
  await expect(leave).toHaveAccessibleDescription(new RegExp(last));
  const alone = page.getByRole("button", { name: `Leave ${claire.name}` });
  await expect(alone).toHaveAccessibleDescription(/You are the only user of this organization/);

  await visit(`/account/organizations/leave/${atelier.slug}`);
  const dialog = page.getByRole("dialog", { name: `You cannot leave ${atelier.name} yet` });
  await expect(dialog).toContainText(last);
  await expect(dialog.getByRole("button", { name: "Leave organization" })).toHaveCount(0);
  await dialog.getByRole("link", { name: "Choose somebody" }).click();
  await expect(page).toHaveURL(`/o/${atelier.slug}/users`);
});

test("who has left in another tab is told so, not that there is no such page (ORG-8)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const leaving = `/account/organizations/leave/${world.organizations.lumiere.slug}`;
  await signIn("claire");
  await visit(leaving);
  const other = await page.context().newPage();
  await visit(leaving, other);
  for (const tab of [other, page]) await tab.getByRole("button", { name: "Leave organization" }).click();
  await expect(page.getByRole("dialog", { name: "You are no longer in this organization" })).toBeVisible();
});
