import { cast, PASSWORD } from "@/prisma/cast";
import { insertMember, insertPerson, type Sql } from "@/prisma/stage";
import { expect, test } from "../support/journey";
import { alertOf, currentOrganization, fillInvitation, signInByForm } from "../support/steps";

test.use({ javaScriptEnabled: false });

/** More colleagues than a page of the table holds. */
async function hire(sql: Sql, organizationId: string, count: number) {
  for (let index = 1; index <= count; index += 1) {
    const number = String(index).padStart(2, "0");
    const person = { firstName: "Alex", lastName: `Aaa ${number}`, email: `alex${number}@crowd.example` };
    const userId = await insertPerson(sql, person);
    await insertMember(sql, { organizationId, userId, role: "COLLABORATOR" });
  }
}

test("signing in, with a mistake first: what was typed is kept, the password is not", async ({
  page,
  visit,
  world,
}) => {
  const wanted = `/o/${world.organizations.atelier.slug}/users`;
  await visit(wanted);
  await signInByForm(page, cast.claire.email, "not the right password");
  await expect(alertOf(page)).toContainText("The address or the password is not right.");
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue(cast.claire.email);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await signInByForm(page, cast.claire.email);
  await expect(page).toHaveURL(wanted);

  await page.getByRole("button", { name: "My account" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
});

test("signing up, with mistakes first: every value but the password is kept", async ({ page, visit }) => {
  await visit("/signup");
  await page.getByRole("radio", { name: "A company or association" }).check();
  await page.getByLabel("Legal name").fill("Atelier <script> & Co");
  await page.getByLabel("First name").fill("Léa");
  await page.getByLabel("Last name").fill("Moreau");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("lea@");
  await page.getByRole("combobox", { name: "Country" }).selectOption("FR");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(alertOf(page).getByRole("link")).toHaveText([
    /^E-mail address: This is not an e-mail address/,
    /^Password: /,
    /^I accept the general terms.*: /,
  ]);
  await alertOf(page).getByRole("link", { name: "E-mail address" }).click();
  await expect(page).toHaveURL(/#.*email$/);
  await expect(page.getByRole("radio", { name: "A company or association" })).toBeChecked();
  await expect(page.getByLabel("Legal name")).toHaveValue("Atelier <script> & Co");
  await expect(page.getByLabel("Last name")).toHaveValue("Moreau");
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue("lea@");
  await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue("FR");

  await page.getByRole("textbox", { name: "E-mail address" }).fill("lea@moreau.example");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("checkbox", { name: "I accept the general terms" }).check();
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Atelier <script> & Co" })).toBeVisible();
});

test("the users: search, sort, turn the page, open a row's menu, change a role", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
}) => {
  const { id, slug } = world.organizations.atelier;
  await hire(asOwner, id, 30);
  await signIn("claire");
  await visit(`/o/${slug}/users`);
  const names = page.getByRole("rowheader");
  await expect(names).toHaveCount(25);
  await expect(names.first()).toContainText("Aaa 01");
  await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  await expect(names.first()).toContainText("Nadia Keller");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(names.last()).toContainText("Aaa 01");

  await page.getByRole("searchbox", { name: "Search by name or address" }).fill("weber");
  await page.getByRole("searchbox", { name: "Search by name or address" }).press("Enter");
  await expect(names).toHaveCount(1);
  await page.getByRole("button", { name: "Actions for Jonas Weber" }).click();
  await page.getByRole("menuitem", { name: "Change role" }).click();
  await page.getByRole("radio", { name: "External user" }).check();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page).toHaveURL(new RegExp(`/o/${slug}/users/`));
  await expect(page.getByRole("heading", { level: 1, name: "Jonas Weber" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("External user");
});

test("inviting by the wizard, and revoking from the selection", async ({
  page,
  visit,
  world,
  signIn,
  mailbox,
}) => {
  const { slug } = world.organizations.atelier;
  await signIn("marco");
  await visit(`/o/${slug}/users`);
  await page.getByRole("main").getByRole("link", { name: "Add a user" }).click();
  await fillInvitation(page, { addresses: "one@plain.example\ntwo@plain.example\nnot an address" });
  await page.getByRole("button", { name: "Send 2 invitations" }).click();
  await expect(page.getByRole("heading", { name: "2 invitations are on their way" })).toBeVisible();
  await mailbox.latest("two@plain.example");

  await page.getByRole("link", { name: "See the invitations" }).click();
  await page.getByRole("checkbox", { name: "Select one@plain.example" }).check();
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("dialog", { name: "Revoke invitation" })).toBeVisible();
  await page.getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByText("The invitation has been revoked.")).toBeVisible();
  await expect(page.getByRole("row", { name: /one@plain.example/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /two@plain.example/ })).toContainText("Invited");
  await page.getByRole("combobox", { name: "Status" }).selectOption("Revoked");
  const filters = page.locator("form").filter({ has: page.getByRole("searchbox") });
  await filters.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("row", { name: /one@plain.example/ })).toContainText("Revoked");
});

test("switching by the list of organizations, and leaving one", async ({ page, visit, world, signIn }) => {
  await signIn("claire");
  await visit(`/o/${world.organizations.atelier.slug}`);
  await page.getByRole("button", { name: "Switch organization" }).click();
  await expect(page).toHaveURL("/account/organizations");
  await page.getByRole("link", { name: "Enter Studio Lumière Sàrl" }).click();
  await expect(currentOrganization(page)).toContainText("Studio Lumière Sàrl");
  await visit("/account/organizations");
  await page.getByRole("link", { name: "Leave Studio Lumière Sàrl" }).click();
  await page.getByRole("button", { name: "Leave organization" }).click();
  await expect(page.getByText("You have left the organization.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Enter Studio Lumière Sàrl" })).toHaveCount(0);
});

test("light, dark and the language from the account menu", async ({ page, visit, world, signIn }) => {
  await signIn("claire");
  await visit(`/o/${world.organizations.atelier.slug}`);
  await page.getByRole("button", { name: "My account" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-appearance", "dark");
  await page.getByRole("button", { name: "My account" }).click();
  await page.getByRole("menuitemradio", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("an address that leads nowhere, or not for this role, says so", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await signIn("jonas");
  const { slug } = world.organizations.atelier;
  for (const [path, title] of [
    ["/o/nobody", "Page not found"],
    [`/o/${slug}/products/nobody`, "Page not found"],
    [`/o/${slug}/users`, "Your role does not give access to this page"],
  ] as const) {
    await visit(path);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to the start page" })).toBeVisible();
  }
});
