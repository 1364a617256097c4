import { expect, test } from "../support/journey";
import { rowMenu } from "../support/steps";

/** What somebody reaches, what they would lose, and that it is lost (USR-11, USR-12). */

test("a webmaster leaves: what is lost is listed, is taken, and nothing is reached any more", async ({
  page,
  visit,
  world,
  signIn,
  inAnotherBrowser,
  asOwner,
  expectAccessible,
}) => {
  const { atelier } = world.organizations;
  const jonas = await inAnotherBrowser("jonas");
  await visit(`/o/${atelier.slug}`, jonas);
  await expect(jonas.getByRole("heading", { name: "What you can reach" })).toBeVisible();
  const hosting = jonas.getByRole("region", { name: "Web hosting" });
  const website = hosting.getByRole("listitem").filter({ hasText: "Website atelier-nord.example" });
  await expect(website).toContainText("Manage, Statistics (individually, by the team Communication)");
  await expect(website.getByRole("link")).toHaveAttribute(
    "href",
    `/o/${atelier.slug}/products/${atelier.products.website}`,
  );

  await signIn("claire");
  await visit(`/o/${atelier.slug}/users`);
  await (await rowMenu(page, "Jonas Weber")).getByRole("menuitem", { name: "Remove…" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove Jonas Weber" });
  const lost = dialog.getByRole("region", { name: "What is lost" });
  await expect(lost).toContainText(/1 person loses 1\d accesses\./);
  await expect(lost).toContainText("Jonas Weber");
  for (const line of [
    "Website atelier-nord.example: loses Manage, Statistics",
    "Competition quai-des-bateaux.example: loses Manage",
    "Open house 2027: loses Check tickets, Sell tickets",
    "Atelier Nord drive · Plans: loses Read",
    "Atelier Nord mail · press@atelier-nord.example: loses Read and write mails, Signatures",
    "Atelier Nord · Meeting room: loses Change events",
    "No longer in the teams Communication, Projects",
  ])
    await expect(lost.getByRole("listitem").filter({ hasText: line }).last()).toBeVisible();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Remove user" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The user has been removed." })).toBeVisible();

  for (const path of ["", `/products/${atelier.products.website}`])
    expect(await visit(`/o/${atelier.slug}${path}`, jonas)).toBe(404);
  expect(
    await asOwner(
      `SELECT 1 FROM "AccessGrant" WHERE "membershipId" = $1 UNION ALL SELECT 1 FROM "TeamMember" WHERE "membershipId" = $1`,
      [atelier.members.jonas],
    ),
  ).toEqual([]);
});

test("each role tells what it gives and takes once it is chosen, the billing right included (USR-2, USR-7)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { atelier } = world.organizations;
  await signIn("marco");
  await visit(`/o/${atelier.slug}/users/${atelier.members.nadia}/role`);
  const main = page.getByRole("main");
  const nothing = main.getByText("As “Collaborator”, Nadia Keller has the same access to products as now");
  const billing = page.getByRole("checkbox", { name: "Billing right" });
  const lines = main.getByRole("list", { name: "Who gains and loses what" }).getByRole("listitem");
  await expect(nothing).toBeVisible();
  await expect(lines).toHaveCount(0);
  await billing.uncheck();
  await expect(lines).toHaveText(["Billing right: lost"]);
  await billing.check();

  await page.getByRole("radio", { name: "External user" }).check();
  await expect(nothing).toBeHidden();
  await expect(main.getByText("As “External user”, Nadia Keller loses 3 accesses")).toBeVisible();
  await expect(lines).toHaveText([
    "Billing right: lost",
    ...["Holidays", "Meeting room", "Clients and suppliers"].map(
      (shared) => new RegExp(`^Atelier Nord · ${shared}: loses`),
    ),
  ]);
  await expect(billing).toBeDisabled();
  await expect(billing).not.toBeChecked();

  await page.getByRole("radio", { name: "Administrator" }).check();
  await expect(main.getByText("As “Administrator”, Nadia Keller gains 5 accesses")).toBeVisible();
  await expect(lines.last()).toHaveText("Website atelier-nord.example: gains Manage; keeps Statistics");
  await expect(billing).toBeChecked();

  // The box was ticked, and the right goes with the role all the same.
  await page.getByRole("radio", { name: "External user" }).check();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "The role and rights have been changed." }),
  ).toBeVisible();
});
