import { cast } from "@/prisma/cast";
import { expect, test } from "../support/journey";

test("the provider's staff reads what was written to customers where no mail server is configured", async ({
  page,
  visit,
  signIn,
  inAnotherBrowser,
}) => {
  const claire = await inAnotherBrowser();
  await visit("/forgot-password", claire);
  await claire.getByRole("textbox", { name: "E-mail address" }).fill(cast.claire.email);
  await claire.getByRole("button", { name: "Send the link" }).click();
  await expect(claire.getByText("If there is an account with this address")).toBeVisible();

  await signIn("olga");
  await visit("/account");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Outgoing mail" }).click();
  const row = page.getByRole("row", { name: /Choose a new password/ });
  await expect(row).toContainText(cast.claire.email);
  await expect(row).toContainText("Kept");
  await row.getByRole("link", { name: "Choose a new password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Choose a new password" })).toBeVisible();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("link", { name: "Choose a new password" })).toBeVisible();
  await expect(page.getByText(/\/reset-password\//)).toBeVisible();

  // The link works as it would from a mail program.
  const opened = page.waitForEvent("popup");
  await preview.getByRole("link", { name: "Choose a new password" }).click();
  await expect(
    (await opened).getByRole("heading", { level: 1, name: "Choose a new password" }),
  ).toBeVisible();
});

test("nobody else does", async ({ page, visit, signIn }) => {
  await signIn("claire");
  expect(await visit("/admin/mail")).toBe(404);
  await visit("/account");
  await expect(page.getByRole("link", { name: "Outgoing mail" })).toHaveCount(0);
});
