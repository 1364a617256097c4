import { cast } from "@/prisma/cast";
import { expect, test } from "../support/journey";
import { currentOrganization, documentLoads, openInvitation, signInByForm, switchTo } from "../support/steps";

test("who has an account signs in, accepts, and switches (USR-8, USR-9, ORG-5)", async ({
  page,
  visit,
  world,
  asOwner,
  inAnotherBrowser,
}) => {
  const { atelier, boreale } = world.organizations;
  const link = await openInvitation(asOwner, {
    ...atelier,
    by: world.people.claire,
    email: cast.tomas.email,
  });
  await visit(link);
  await expect(page.getByRole("heading", { level: 1, name: "Join Atelier Nord SA" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in to accept" }).click();
  // The invitation says who is to sign in.
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue(cast.tomas.email);
  await signInByForm(page, cast.tomas.email);
  await expect(page).toHaveURL(link);
  await page.getByRole("button", { name: "Accept and join" }).click();
  await expect(page).toHaveURL(`/o/${atelier.slug}`);
  await expect(currentOrganization(page)).toContainText("Atelier Nord SA");
  await expect(page.getByRole("status")).toContainText("You are now part of this organization.");

  const loads = documentLoads(page);
  await switchTo(page, "Agence Boréale");
  await expect(page).toHaveURL(`/o/${boreale.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: "Agence Boréale" })).toBeVisible();
  await expect(currentOrganization(page)).toContainText("Agence Boréale");
  expect(loads(), "documents loaded by switching").toBe(0);

  const again = await inAnotherBrowser("tomas");
  await visit(link, again);
  await expect(
    again.getByRole("heading", { level: 1, name: "This invitation has been accepted" }),
  ).toBeVisible();
});

test("only the invited address may accept (USR-9)", async ({ page, visit, world, asOwner, signIn }) => {
  const { atelier } = world.organizations;
  const email = "new.colleague@atelier-nord.example";
  await signIn("victor");
  await visit(await openInvitation(asOwner, { ...atelier, by: world.people.claire, email }));
  await expect(page.getByText("You are signed in with another account")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept and join" })).toHaveCount(0);
  await page.getByRole("button", { name: "Sign out and create that account" }).click();
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  const address = page.getByRole("textbox", { name: "E-mail address" });
  await expect(address).toHaveAttribute("readonly", "");

  // Whatever a forged form says: the address is the invitation's.
  await address.evaluate((field: HTMLInputElement) => {
    field.readOnly = false;
    field.value = "somebody.else@atelier-nord.example";
  });
  await page.getByLabel("First name").fill("Ada");
  await page.getByLabel("Last name").fill("Frei");
  await page.getByLabel("Password", { exact: true }).fill("seven lanterns over the harbour");
  await page.getByRole("checkbox", { name: /I accept the general terms/ }).check();
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(page).toHaveURL(`/o/${atelier.slug}`);
  await page.getByRole("button", { name: "My account" }).click();
  await expect(page.getByRole("menu", { name: "My account" })).toContainText(email);
});

test("an invitation can be refused, and whoever sent it is told (USR-9)", async ({
  page,
  visit,
  world,
  asOwner,
  mailbox,
}) => {
  const by = world.people.claire;
  await visit(await openInvitation(asOwner, { ...world.organizations.atelier, by, email: cast.tomas.email }));
  // One click on the invitation's page decides nothing: it is asked again, and Cancel leads back.
  const decline = page.getByRole("link", { name: "Not for you? Decline the invitation" });
  await decline.click();
  await page.getByRole("link", { name: "Cancel" }).click();
  await decline.click();
  await page.getByRole("button", { name: "Decline the invitation" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "This invitation has been declined" }),
  ).toBeVisible();
  await mailbox.latest(cast.claire.email, /declined to join/);
});

test("switching keeps the section, and drops filters and what belongs to the other organization (ORG-5)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { atelier, lumiere } = world.organizations;
  await signIn("claire");
  await visit(`/o/${atelier.slug}/users?q=e&sort=-name`);
  const loads = documentLoads(page);
  await switchTo(page, "Studio Lumière Sàrl");
  await expect(page).toHaveURL(`/o/${lumiere.slug}/users`);
  await expect(page.getByRole("row", { name: /Hugo Lambert/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Marco Bianchi/ })).toHaveCount(0);

  await page.getByRole("link", { name: "Félix Roche" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Félix Roche" })).toBeVisible();
  await switchTo(page, "Atelier Nord SA");
  await expect(page).toHaveURL(`/o/${atelier.slug}/users`);
  await expect(page.getByRole("row", { name: /Marco Bianchi/ })).toBeVisible();
  expect(loads(), "documents loaded by switching").toBe(0);
});

test("two tabs show two organizations, and each acts in its own (ORG-5)", async ({
  page,
  context,
  visit,
  world,
  signIn,
}) => {
  const { atelier, lumiere } = world.organizations;
  await signIn("claire");
  const other = await context.newPage();
  await visit(`/o/${atelier.slug}/users`);
  await visit(`/o/${lumiere.slug}/users`, other);
  await page.reload();
  await expect(currentOrganization(page)).toContainText("Atelier Nord SA");

  await page.getByRole("link", { name: "Jonas Weber" }).click();
  await page.getByRole("link", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Remove user" }).click();
  await expect(page.getByRole("row", { name: /Jonas Weber/ })).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/o/${atelier.slug}/users`));

  await other.reload();
  await expect(currentOrganization(other)).toContainText("Studio Lumière Sàrl");
  await expect(other.getByRole("row", { name: /Félix Roche/ })).toBeVisible();
});
