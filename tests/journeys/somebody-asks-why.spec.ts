import { expect, test } from "../support/journey";

test("somebody asks why a colleague cannot write in a folder, and the page answers (TEAM-4, TEAM-5)", async ({
  page,
  visit,
  world,
  signIn,
  expectAccessible,
}) => {
  const { atelier } = world.organizations;
  await signIn("claire");
  await visit(`/o/${atelier.slug}/users/${atelier.members.jonas}`);
  const card = page.getByRole("region", { name: "Access to products" });
  await expect(card).toContainText("Atelier Nord");
  await card.getByRole("link", { name: "All access and its sources" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Access of Jonas Weber" })).toBeVisible();
  const drive = page.getByRole("row", { name: /Atelier Nord drive/ });
  await expect(drive).toContainText("Plans: Read");
  await expect(drive).toContainText("by the team Projects: Read and write");
  await drive.getByRole("link", { name: "Plans: Read" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Why Jonas Weber has this" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Read", exact: true })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    "What somebody was given individually wins over what their teams and the organization give, whichever is larger.",
  );
  const counts = page.getByRole("region", { name: "This counts" });
  await expect(counts).toContainText("Given to Jonas Weber individually");
  await expect(counts).toContainText("Given by Claire Fontaine on");
  const idle = page.getByRole("region", { name: "Also there, but without effect" });
  await expect(idle).toContainText("Through the team Projects");
  await expect(idle).toContainText("Read and write");
  await expectAccessible();

  // What stands in the way is withdrawn: what that changes is said before.
  await counts.getByRole("link", { name: "Change or withdraw" }).click();
  await page.getByRole("button", { name: "Actions for Plans" }).click();
  await page.getByRole("menuitem", { name: "Withdraw…" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw what Jonas Weber has on Plans?" });
  await expect(dialog).toContainText("Plans: gains Read and write instead of Read (by the team Projects)");
  await dialog.getByRole("button", { name: "Withdraw access" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Access has been withdrawn." })).toBeVisible();

  await visit(`/o/${atelier.slug}/users/${atelier.members.jonas}/access/${atelier.resources.plans}`);
  await expect(page.getByRole("heading", { level: 2, name: "Read and write" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Also there, but without effect" })).toHaveCount(0);
});

test("a right is taken back, and what stays from elsewhere is named before", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { atelier } = world.organizations;
  await signIn("marco");
  await visit(`/o/${atelier.slug}/products/${atelier.products.website}/access`);
  const jonas = page.getByRole("row", { name: /Jonas Weber/ });
  await expect(jonas).toContainText("individually: Statistics");
  await expect(jonas).toContainText("by the team Communication: Manage");
  await page.getByRole("button", { name: "Actions for Jonas Weber" }).click();
  await page.getByRole("menuitem", { name: "Withdraw…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 person loses 1 access.");
  await expect(dialog).toContainText(
    "Website atelier-nord.example: loses Statistics; keeps Manage (by the team Communication)",
  );
  await dialog.getByRole("button", { name: "Withdraw access" }).click();
  await expect(page.getByRole("row", { name: /Jonas Weber/ })).not.toContainText("Statistics");
});
