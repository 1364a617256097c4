import { insertGrant, insertTeam } from "@/prisma/stage";
import { expect, test, withAndWithoutJavaScript } from "../support/journey";
import { currentOrganization, fillInvitation, rowMenu, switchTo } from "../support/steps";

test("a partner steps into a client from the switcher, is seen to act for it, and is recorded (PART-15, PART-16)", async ({
  page,
  visit,
  world,
  signIn,
  inAnotherBrowser,
}) => {
  const { atelier, boreale } = world.organizations;
  await signIn("sofia");
  await visit(`/o/${boreale.slug}`);
  await page.getByRole("button", { name: "Switch organization" }).click();
  const clients = page.getByRole("group", { name: "Clients" });
  await expect(clients.getByRole("option")).toHaveCount(2);
  await clients.getByRole("option", { name: atelier.name }).click();
  await expect(page).toHaveURL(`/o/${atelier.slug}`);
  const band = page.getByRole("complementary");
  await expect(band).toContainText("You manage Atelier Nord SA as Agence Boréale, limited access.");
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "Settings" })).toHaveCount(0);
  await expect(navigation.getByRole("link", { name: "Activity" })).toHaveCount(0);

  await navigation.getByRole("link", { name: "Users" }).click();
  await page.getByRole("main").getByRole("link", { name: "Add a user" }).click();
  await fillInvitation(page, { addresses: "web@boreale.example", role: "External user" });
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("heading", { name: "The invitation is on its way" })).toBeVisible();
  await expect(band).toBeVisible();

  const claire = await inAnotherBrowser("claire");
  await visit(`/o/${atelier.slug}/activity`, claire);
  await expect(
    claire.getByRole("listitem").filter({
      hasText: "Sofia Lindqvist invited web@boreale.example on behalf of Agence Boréale",
    }),
  ).toBeVisible();

  await band.getByRole("link", { name: "Back to my organization" }).click();
  await expect(page).toHaveURL(`/o/${boreale.slug}`);
  await expect(band).toHaveCount(0);
});

test("with limited access a partner manages neither administrators nor the billing right (PART-4, PART-17)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("sofia");
  await visit(`/o/${slug}/users/${members.marco}`);
  await expect(page.getByRole("heading", { level: 1, name: "Marco Bianchi" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Change role" })).toHaveCount(0);
  await visit(`/o/${slug}/users/${members.jonas}/role`);
  await expect(page.getByRole("radio", { name: "Administrator" })).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: "Billing right" })).toHaveCount(0);
  expect(await visit(`/o/${slug}/settings`)).toBe(403);
  expect(await visit(`/o/${slug}/activity`)).toBe(403);
});

test("with limited access a partner sets up a team that reaches nothing, and leaves the others to the client (TEAM-6, PART-4)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug } = world.organizations.atelier;
  const onwards = page.getByRole("button", { name: "Continue" });
  const main = page.getByRole("main");
  await signIn("sofia");
  await visit(`/o/${slug}`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Teams" }).click();
  await main.getByRole("link", { name: "New team" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Print");
  await page.getByRole("radio", { name: "Teal" }).check();
  await onwards.click();
  await expect(page.getByRole("heading", { name: "Who is in the team?" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Steps" }).getByRole("listitem")).toHaveCount(4);
  await page.getByRole("checkbox", { name: "Jonas" }).check();
  await onwards.click();
  await expect(page.getByRole("heading", { name: "Who leads the team?" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Jonas" }).check();
  await onwards.click();
  await page.getByRole("button", { name: "Create team" }).click();
  await expect(page.getByText("Leader: Jonas")).toBeVisible();
  await expect(main.getByRole("link", { name: "Add members" })).toBeVisible();

  await visit(`/o/${slug}/teams`);
  await main.getByRole("link", { name: "Projects" }).click();
  await expect(page.getByText("This team has access beyond your partnership")).toBeVisible();
  await expect(main.getByRole("link", { name: "Add members" })).toHaveCount(0);
  await expect(main.getByRole("link", { name: /^Access/ })).toHaveCount(0);
  const menu = await rowMenu(page, "Jonas Weber");
  await expect(menu.getByRole("menuitem", { name: /leader/ })).toBeVisible();
  await expect(menu.getByRole("menuitem", { name: "Remove from team…" })).toHaveCount(0);
});

withAndWithoutJavaScript(() => {
  test("a team that was given something meanwhile is left as it is, and its page says why (TEAM-6, PART-4)", async ({
    page,
    visit,
    world,
    signIn,
    asOwner,
  }) => {
    const { id: organizationId, slug, members } = world.organizations.atelier;
    const by = { userId: world.people.claire, name: "Claire Fontaine" };
    await signIn("sofia");
    for (const [path, button] of [
      [`/add?confirm=add&id=${members.nadia}`, "Add to team"],
      [`?confirm=remove&id=${members.jonas}`, "Remove from team"],
      ["?confirm=end", "Delete team"],
    ] as const) {
      const name = `Before ${button}`;
      const team = { organizationId, name, members: [members.jonas ?? ""] };
      const teamId = await insertTeam(asOwner, team);
      await visit(`/o/${slug}/teams/${teamId}${path}`);
      await insertGrant(asOwner, {
        ...{ organizationId, by, to: { teamId }, on: { kindKey: "web-hosting" }, rights: 1 },
      });
      await page.getByRole("dialog").getByRole("button", { name: button }).click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      await expect(page.getByText("This team has access beyond your partnership")).toBeVisible();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Jonas Weber" })).toBeVisible();
    }
  });
});

test("all organizations include the clients, with the partner they are reached through (ORG-6)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await signIn("sofia");
  await visit("/account/organizations");
  const clients = page.getByRole("list", { name: "Clients" });
  await expect(clients.getByRole("listitem")).toHaveCount(2);
  await expect(clients).toContainText("Through Agence Boréale, limited access");
  await clients.getByRole("link", { name: "Enter Atelier Nord SA" }).click();
  await expect(page).toHaveURL(`/o/${world.organizations.atelier.slug}`);
});

test("a partner's collaborator who is not assigned to a client does not find it (PART-15)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { atelier, boreale } = world.organizations;
  await signIn("tomas");
  await visit(`/o/${boreale.slug}`);
  await page.getByRole("button", { name: "Switch organization" }).click();
  await expect(page.getByRole("option")).toHaveCount(1);
  expect(await visit(`/o/${atelier.slug}`)).toBe(404);
});

test("once the client has ended it, the partner is outside at the next click", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
}) => {
  const { lumiere, boreale } = world.organizations;
  await signIn("sofia");
  await visit(`/o/${boreale.slug}`);
  await switchTo(page, lumiere.name);
  await expect(currentOrganization(page)).toContainText(lumiere.name);
  await asOwner(`UPDATE "Partnership" SET "endedAt" = now() WHERE "organizationId" = $1`, [lumiere.id]);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
});
