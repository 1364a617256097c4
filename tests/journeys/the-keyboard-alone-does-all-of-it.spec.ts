import type { Locator, Page } from "@playwright/test";
import { cast, PASSWORD } from "@/prisma/cast";
import { expect, test } from "../support/journey";
import { currentOrganization } from "../support/steps";

/** Presses Tab until the focus is there; a person would not look for it longer than this. */
async function tabTo(page: Page, target: Locator, key = "Tab") {
  const presses = 60;
  for (let press = 0; press < presses; press += 1) {
    if (await target.evaluateAll((found) => found.some((one) => one === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} was not reached in ${presses} presses of ${key}`);
}

const press = (page: Page, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

test("sign in, skip to the content, switch, sort, remove, add a user and jump, without a mouse", async ({
  page,
  visit,
  mailbox,
  asOwner,
  world,
}) => {
  const { lumiere } = world.organizations;

  // Signing in.
  await visit("/login");
  await tabTo(page, page.getByRole("textbox", { name: "E-mail address" }));
  await page.keyboard.type(cast.claire.email);
  await press(page, "Tab");
  await page.keyboard.type(PASSWORD);
  await press(page, "Enter");
  await expect(page).toHaveURL(/\/o\/[a-z-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  // Skipping the navigation: the first thing that Tab reaches.
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await press(page, "Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await press(page, "Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);

  // Switching: Escape gives the focus back, letters search, arrows choose.
  const switcher = page.getByRole("button", { name: "Switch organization" });
  await tabTo(page, switcher, "Shift+Tab");
  await press(page, "Enter");
  const search = page.getByRole("combobox", { name: "Find an organization" });
  await expect(search).toBeFocused();
  await press(page, "Escape");
  await expect(switcher).toBeFocused();
  await press(page, "Enter");
  await expect(search).toBeFocused();
  await page.keyboard.type("lumiere");
  await expect(page.getByRole("option")).toHaveCount(1);
  await press(page, "Enter");
  await expect(page).toHaveURL(`/o/${lumiere.slug}`);
  await expect(currentOrganization(page)).toContainText("Studio Lumière Sàrl");

  // The navigation, and sorting: the focus stays on the heading that was pressed.
  await tabTo(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" }));
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  const role = page.getByRole("columnheader", { name: "Role" });
  await tabTo(page, role.getByRole("link"));
  await press(page, "Enter");
  await expect(role).toHaveAttribute("aria-sort", "ascending");
  await expect(role.getByRole("link")).toBeFocused();
  await press(page, "Enter");
  await expect(role).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/sort=-role/);

  // A row's menu, and the question behind it.
  const trigger = page.getByRole("button", { name: "Actions for Félix Roche" });
  await tabTo(page, trigger);
  await press(page, "ArrowDown");
  await expect(page.getByRole("menuitem", { name: "View" })).toBeFocused();
  await press(page, "Escape");
  await expect(trigger).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByRole("menuitem", { name: "View" })).toBeFocused();
  await press(page, "End");
  await expect(page.getByRole("menuitem", { name: "Remove" })).toBeFocused();
  await press(page, "Enter");
  const dialog = page.getByRole("dialog", { name: "Remove Félix Roche" });
  await expect(dialog.getByRole("link", { name: "Cancel" })).toBeFocused();
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await expect(trigger).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByRole("menuitem", { name: "View" })).toBeFocused();
  await press(page, "End", "Enter");
  await expect(dialog.getByRole("link", { name: "Cancel" })).toBeFocused();
  await tabTo(page, dialog.getByRole("button", { name: "Remove user" }), "Shift+Tab");
  await press(page, "Enter");
  await expect(page.getByRole("status").filter({ hasText: "The user has been removed." })).toBeVisible();
  await expect(page.getByRole("row", { name: /Félix Roche/ })).toHaveCount(0);

  // The command palette leads to the wizard.
  await press(page, "Control+k");
  await expect(page.getByRole("dialog", { name: "Command palette" }).getByRole("combobox")).toBeFocused();
  await page.keyboard.type("add a user");
  await expect(page.getByRole("option", { name: "Add a user", exact: true })).toBeVisible();
  await press(page, "Enter");
  const addresses = page.getByRole("textbox", { name: "E-mail addresses" });
  await expect(addresses).toBeVisible();
  await tabTo(page, addresses);
  await page.keyboard.type("keys@studio-lumiere.example");
  const onwards = page.getByRole("button", { name: "Continue" });
  await tabTo(page, onwards);
  await press(page, "Enter");
  const inside = page.getByRole("radio", { name: "Inside the organization" });
  await expect(inside).toBeVisible();
  await tabTo(page, inside);
  await press(page, "Space");
  await expect(inside).toBeChecked();
  await tabTo(page, onwards);
  await press(page, "Enter");
  const roles = page.getByRole("radio", { name: "Administrator" });
  await expect(roles).toBeVisible();
  await tabTo(page, roles);
  await press(page, "ArrowDown");
  await expect(page.getByRole("radio", { name: "Collaborator" })).toBeChecked();
  await tabTo(page, onwards);
  await press(page, "Enter");
  const billing = page.getByRole("checkbox", { name: "Billing right" });
  await expect(billing).toBeVisible();
  await tabTo(page, billing);
  await press(page, "Space");
  await expect(billing).toBeChecked();
  await tabTo(page, onwards);
  await press(page, "Enter");
  // This organization has products, and no teams to ask about.
  await expect(page.getByRole("heading", { name: "Which products?" })).toBeVisible();
  await tabTo(page, onwards);
  await press(page, "Enter");
  const send = page.getByRole("button", { name: "Send invitation" });
  await expect(send).toBeVisible();
  await tabTo(page, send);
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "The invitation is on its way" })).toBeVisible();
  await mailbox.latest("keys@studio-lumiere.example");
  const [invited] = await asOwner<{ role: string; billingRight: boolean }>(
    `SELECT "role", "billingRight" FROM "Invitation" WHERE "email" = 'keys@studio-lumiere.example'`,
  );
  expect(invited).toEqual({ role: "COLLABORATOR", billingRight: true });

  // Leaving by the account menu.
  await tabTo(page, page.getByRole("button", { name: "My account" }), "Shift+Tab");
  await press(page, "Enter");
  await expect(page.getByRole("menuitem", { name: "Manage my account" })).toBeFocused();
  await press(page, "End");
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByText("You are signed out.")).toBeVisible();
});
