import { PASSWORD } from "@/prisma/cast";
import { expect, test } from "../support/journey";
import { alertOf, currentOrganization, fillInvitation } from "../support/steps";

test("a newcomer signs up and invites a colleague, who joins with the invited address (ORG-1, ORG-2, USR-8)", async ({
  page,
  visit,
  mailbox,
  inAnotherBrowser,
}) => {
  await visit("/login");
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Create your account" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Myself" })).toBeChecked();
  await page.getByLabel("First name").fill("Léa");
  await page.getByLabel("Last name").fill("Moreau");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("Lea@Moreau.example");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("checkbox", { name: "I accept the general terms" }).check();
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page).toHaveURL("/o/lea-moreau");
  await expect(page.getByRole("heading", { level: 1, name: "Léa Moreau" })).toBeVisible();
  await expect(currentOrganization(page)).toContainText("Legal representative");
  await expect(page.getByText("There is only one legal representative")).toBeVisible();
  await mailbox.latest("lea@moreau.example", /Welcome/);

  await page.getByRole("main").getByRole("link", { name: "Add a user" }).click();
  await fillInvitation(page, { addresses: "noe@moreau.example", billing: true });
  await expect(page.getByRole("listitem").filter({ hasText: "noe@moreau.example" })).toBeVisible();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "The invitation is on its way" })).toBeVisible();

  const colleague = await inAnotherBrowser();
  await visit(await mailbox.link("noe@moreau.example", /invites you to join Léa Moreau/), colleague);
  await expect(colleague.getByRole("heading", { level: 1, name: "Join Léa Moreau" })).toBeVisible();
  await expect(colleague.getByText("You will see and pay the organization’s invoices.")).toBeVisible();
  await expect(colleague.getByRole("textbox", { name: "E-mail address" })).toHaveValue("noe@moreau.example");
  await colleague.getByLabel("First name").fill("Noé");
  await colleague.getByLabel("Last name").fill("Roux");
  await colleague.getByLabel("Password", { exact: true }).fill("seven lanterns over the harbour");
  await colleague.getByRole("checkbox", { name: /I accept the general terms/ }).check();
  await colleague.getByRole("button", { name: "Create account and join" }).click();

  // From an invitation one joins the inviting organization, and gets none of one's own.
  await expect(colleague).toHaveURL("/o/lea-moreau");
  await expect(currentOrganization(colleague)).toContainText("Collaborator");
  await expect(colleague.getByRole("status")).toContainText("You are now part of this organization.");
  await colleague.getByRole("button", { name: "Switch organization" }).click();
  await expect(colleague.getByRole("option")).toHaveCount(1);

  await mailbox.latest("lea@moreau.example", /Noé Roux has joined Léa Moreau/);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" }).click();
  const row = page.getByRole("row", { name: /Noé Roux/ });
  await expect(row).toContainText("Collaborator");
  await expect(row).toContainText("Billing right");
  await expect(row).toContainText("Active");
});

test("a company's organization carries its legal name (ORG-2)", async ({ page, visit }) => {
  await visit("/signup");
  await expect(page.getByLabel("Legal name")).toBeHidden();
  await page.getByRole("radio", { name: "A company or association" }).check();
  await page.getByLabel("Legal name").fill("Menuiserie Perrin & Fils SA");
  await page.getByLabel("First name").fill("Odile");
  await page.getByLabel("Last name").fill("Perrin");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("odile@perrin.example");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("combobox", { name: "Country" }).selectOption({ label: "France" });
  // The terms are read in a tab of their own: nothing is accepted by that, and nothing that was typed is lost.
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "general terms" }).click();
  const terms = await opened;
  await expect(terms.getByRole("heading", { level: 1, name: "General terms" })).toBeVisible();
  await expect(terms.getByText("An example, without legal effect")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "I accept the general terms" })).not.toBeChecked();
  await page.getByRole("checkbox", { name: "I accept the general terms" }).check();
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Menuiserie Perrin & Fils SA" })).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText("Euro (EUR)")).toBeVisible();
});

test("what is wrong is said beside its field, and nothing that was typed is lost", async ({
  page,
  visit,
}) => {
  await visit("/signup");
  await page.getByLabel("First name").fill("Léa");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("no address");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  const summary = alertOf(page);
  await expect(summary).toContainText("Please check what you entered");
  await expect(summary.getByRole("link")).toHaveCount(4);
  await expect(page.getByLabel("First name")).toHaveValue("Léa");
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveAccessibleDescription(
    /This is not an e-mail address/,
  );
  await summary.getByRole("link", { name: "Use at least 15 characters" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
});
