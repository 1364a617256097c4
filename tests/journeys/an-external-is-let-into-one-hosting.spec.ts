import { expect, test } from "../support/journey";

test("an external is let into one hosting, and sees only that (USR-11, USR-14)", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
  inAnotherBrowser,
}) => {
  const { atelier } = world.organizations;
  // Until today she was given nothing.
  await asOwner(`DELETE FROM "TeamMember" WHERE "membershipId" = $1`, [atelier.members.iris]);
  await asOwner(`DELETE FROM "AccessGrant" WHERE "membershipId" = $1`, [atelier.members.iris]);
  await signIn("claire");
  await visit(`/o/${atelier.slug}/products/${atelier.products.website}/access`);
  await expect(page.getByRole("row", { name: /Iris Novak/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Give access" }).click();
  const whom = page.getByRole("dialog", { name: /Whom should Website atelier-nord.example be given to/ });
  await whom.getByRole("searchbox", { name: "Search" }).fill("iris");
  await whom.getByRole("button", { name: "Search" }).click();
  await whom.getByRole("link", { name: "Iris Novak" }).click();
  const rights = page.getByRole("dialog", { name: "What can Iris Novak do?" });
  await rights.getByRole("checkbox", { name: "Manage" }).check();
  await rights.getByRole("button", { name: "Continue" }).click();
  const confirm = page.getByRole("dialog", { name: /Give Iris Novak access to Website/ });
  await expect(confirm).toContainText("Website atelier-nord.example: gains Manage");
  await confirm.getByRole("button", { name: "Give access" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Access has been given." })).toBeVisible();
  await expect(page.getByRole("row", { name: /Iris Novak/ })).toContainText("Manage");

  const hers = await inAnotherBrowser("iris");
  await visit(`/o/${atelier.slug}`, hers);
  const main = hers.getByRole("main");
  await expect(main).toContainText("Website atelier-nord.example");
  for (const other of ["Competition", "Atelier Nord drive", "Open house", "Holidays"])
    await expect(main).not.toContainText(other);
  expect(await visit(`/o/${atelier.slug}/products/${atelier.products.website}/resources`, hers)).toBe(200);
  expect(await visit(`/o/${atelier.slug}/products/${atelier.products.competition}/resources`, hers)).toBe(
    403,
  );
  expect(await visit(`/o/${atelier.slug}/products/${atelier.products.website}/access`, hers)).toBe(403);
});
