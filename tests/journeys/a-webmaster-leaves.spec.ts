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

test("somebody who becomes external is told to lose exactly what everybody inside shares (USR-2)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { atelier } = world.organizations;
  await signIn("marco");
  await visit(`/o/${atelier.slug}/users/${atelier.members.nadia}/role`);
  const main = page.getByRole("main");
  await expect(main).toContainText("As “External user”, Nadia Keller loses 3 accesses");
  for (const shared of ["Holidays", "Meeting room", "Clients and suppliers"])
    await expect(
      main.getByRole("listitem").filter({ hasText: `Atelier Nord · ${shared}: loses` }),
    ).toBeVisible();
});
