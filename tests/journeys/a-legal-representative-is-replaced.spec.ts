import { cast, PASSWORD } from "@/prisma/cast";
import { expect, test } from "../support/journey";
import { alertOf, currentOrganization, rowMenu } from "../support/steps";

test("a legal representative is replaced, by steps, with the password, and both are told (USR-4, USR-5, USR-10)", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
  mailbox,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("claire");
  // The password was given longer ago than 15 minutes.
  await asOwner(`UPDATE "Session" SET "confirmedAt" = now() - interval '16 minutes'`);
  await visit(`/o/${slug}/users`);
  await (await rowMenu(page, "Claire Fontaine"))
    .getByRole("menuitem", { name: "Replace legal representative" })
    .click();
  await expect(page.getByRole("heading", { name: "Who takes over from Claire Fontaine?" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Iris Novak" })).toHaveCount(0);
  const here = `/o/${slug}/users/${members.claire}/replace`;
  await visit(`${here}?successor=${members.jonas}&becomes=COLLABORATOR`);
  const effects = page.getByRole("region", { name: "What both gain and lose" });
  await expect(effects).toContainText(/1 person gains \d+ accesses, 1 loses \d+\./);
  await expect(effects.getByRole("listitem").filter({ hasText: "Jonas" })).toContainText(
    "Billing right: gained",
  );
  await visit(here);
  await page.getByRole("radio", { name: "Marco Bianchi" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "Collaborator" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Check what will happen" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: cast.marco.email })).toContainText(
    /Administrator.*Legal representative/,
  );
  await expect(page.getByText("You give up your own role.")).toBeVisible();

  // Back loses nothing, from one step to the one before it.
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What becomes of Claire Fontaine?" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Collaborator" })).toBeChecked();
  await page.getByRole("radio", { name: "External user" }).check();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Marco Bianchi" })).toBeChecked();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("radio", { name: "External user" })).toBeChecked();
  await page.getByRole("button", { name: "Who takes over" }).click();
  await expect(page.getByRole("radio", { name: "Marco Bianchi" })).toBeChecked();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "Collaborator" }).check();
  await page.getByRole("button", { name: "Continue" }).click();

  const replace = page.getByRole("button", { name: "Replace legal representative" });
  await replace.click();
  await expect(page.getByText("Confirm with your password")).toBeVisible();
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("not the right password");
  await replace.click();
  await expect(alertOf(page)).toContainText("This password is not right.");
  await password.fill(PASSWORD);
  await replace.click();

  await expect(page.getByRole("status")).toContainText("The legal representative has been replaced.");
  await expect(currentOrganization(page)).toContainText("Collaborator");
  await expect(
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" }),
  ).toHaveCount(0);
  await mailbox.latest(cast.marco.email, /Your rights in Atelier Nord SA have changed/);
  await mailbox.latest(cast.claire.email, /Your rights in Atelier Nord SA have changed/);
  const roles = await asOwner<{ id: string; role: string }>(
    `SELECT "id", "role" FROM "Membership" WHERE "id" = ANY ($1)`,
    [[members.claire, members.marco]],
  );
  expect(new Map(roles.map(({ id, role }) => [id, role]))).toEqual(
    new Map([
      [members.claire, "COLLABORATOR"],
      [members.marco, "LEGAL_REPRESENTATIVE"],
    ]),
  );
});

test("the only legal representative can be neither demoted nor removed, and the page says why (USR-5)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/users/${members.claire}/role`);
  const reason = /An organization must always have a legal representative. Name another one first./;
  await expect(page.getByRole("radio", { name: "Administrator" })).toBeDisabled();
  await expect(page.getByRole("radio", { name: "Administrator" })).toHaveAccessibleDescription(reason);
  // Said once, with what can be done instead and what the role always includes.
  await expect(page.getByRole("main").getByText(reason)).toHaveCount(1);
  await expect(page.getByRole("checkbox", { name: "Billing right" })).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: "Billing right" })).toBeChecked();
  await expect(page.getByRole("link", { name: "Replace legal representative" })).toBeVisible();
  await visit(`/o/${slug}/users`);
  await expect(page.getByRole("checkbox", { name: "Select Claire Fontaine" })).toHaveCount(0);
});

test("whoever was chosen and can no longer take over is spoken of, and somebody else is chosen", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await signIn("claire");
  const { slug, members } = world.organizations.atelier;
  await visit(`/o/${slug}/users/${members.claire}/replace?successor=${members.iris}&becomes=ADMINISTRATOR`);
  await expect(page.getByRole("heading", { name: "Who takes over" })).toBeVisible();
  await expect(page.getByText("Whoever you chose can no longer take over")).toBeVisible();
  await page.getByRole("radio", { name: /Marco/ }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Whoever you chose can no longer take over")).toHaveCount(0);
});
