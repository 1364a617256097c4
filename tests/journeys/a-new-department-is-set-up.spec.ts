import { expect, test } from "../support/journey";
import { alertOf, rowMenu } from "../support/steps";

test("a new department is set up, and a newcomer gets everything at once (TEAM-1, TEAM-2, TEAM-3)", async ({
  page,
  visit,
  world,
  signIn,
  inAnotherBrowser,
}) => {
  const { slug } = world.organizations.atelier;
  const onwards = page.getByRole("button", { name: "Continue" });
  await signIn("claire");
  await visit(`/o/${slug}/teams`);
  await page.getByRole("main").getByRole("link", { name: "New team" }).click();

  // A name that is taken is refused where it stands, and nothing that was entered is lost.
  await page.getByRole("textbox", { name: "Name" }).fill("projects");
  await page.getByRole("radio", { name: "Teal" }).check();
  await page.getByRole("textbox", { name: "Description" }).fill("Drawings on paper and in print");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(alertOf(page)).toContainText("Another team already has this name");
  await page.getByRole("textbox", { name: "Name" }).fill("Print");
  await page.getByRole("button", { name: "Continue" }).click();

  // What it gets: a newsletter with its rights and a folder with a level, ticked in two lists and given together.
  await expect(page.getByRole("heading", { name: "What does the team get?" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Letter to clients" }).check();
  await page.getByRole("button", { name: "Folders" }).click();
  await expect(page.getByText("One selected in another list")).toBeVisible();
  await page.getByRole("checkbox", { name: "Contracts" }).check();
  await onwards.click();
  await page.getByRole("checkbox", { name: "Manage" }).check();
  await page.getByRole("combobox", { name: "Contracts" }).selectOption("Read and write");
  await page.getByRole("button", { name: "Save these rights" }).click();
  await expect(page.getByText("2 accesses chosen")).toBeVisible();
  await onwards.click();

  // Who is in it.
  await expect(page.getByRole("heading", { name: "Who is in the team?" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Nadia" }).check();
  await page.getByRole("button", { name: "Continue" }).click();

  // Who leads it; without an answer nobody does.
  await expect(page.getByRole("heading", { name: "Who leads the team?" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Nadia" }).check();
  await page.getByRole("button", { name: "Continue" }).click();

  // The effect, before anything is given.
  await expect(page.getByRole("definition").filter({ hasText: /^Nadia/ })).toHaveCount(2);
  await expect(page.getByText("1 person gains 2 accesses.")).toBeVisible();
  await page.getByRole("button", { name: "Create team" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Print" })).toBeVisible();
  await expect(
    page.getByRole("status").filter({ hasText: "The team has been created, with 1 person and 2 accesses." }),
  ).toBeVisible();
  await expect(page.getByText("Leader: Nadia")).toBeVisible();

  // The newcomer sees nothing of it yet.
  const newcomer = await inAnotherBrowser("iris");
  await visit(`/o/${slug}`, newcomer);
  await expect(newcomer.getByRole("main")).not.toContainText("Letter to clients");

  await page.getByRole("main").getByRole("link", { name: "Add members" }).click();
  await page.getByRole("checkbox", { name: "Select Iris" }).check();
  await page.getByRole("button", { name: "Add to team" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 person gains 2 accesses.");
  await expect(dialog).toContainText("Letter to clients: gains Manage");
  await dialog.getByRole("button", { name: "Add to team" }).click();
  await expect(page.getByRole("table", { name: "Members of the team" })).toContainText("Iris");
  await visit(`/o/${slug}`, newcomer);
  await expect(newcomer.getByRole("main")).toContainText("Letter to clients");

  // A leader is shown as the contact; leaving takes everything, and says so first.
  await (await rowMenu(page, "Iris Novak")).getByRole("menuitem", { name: "Make leader" }).click();
  await expect(page.getByText("Leaders: Iris Novak, Nadia Keller")).toBeVisible();
  await (await rowMenu(page, "Iris Novak")).getByRole("menuitem", { name: "Remove from team…" }).click();
  await expect(page.getByRole("dialog")).toContainText("1 person loses 2 accesses.");
  await page.getByRole("dialog").getByRole("button", { name: "Remove from team" }).click();
  await expect(page.getByRole("table", { name: "Members of the team" })).not.toContainText("Iris");
  await visit(`/o/${slug}`, newcomer);
  await expect(newcomer.getByRole("main")).not.toContainText("Letter to clients");

  // The team ends with a list of who loses what.
  await page.getByRole("link", { name: "Settings" }).last().click();
  await page.getByRole("link", { name: "Delete team…" }).click();
  await expect(page.getByRole("dialog", { name: "Delete Print" })).toContainText(
    "1 person loses 2 accesses.",
  );
  await page.getByRole("dialog").getByRole("button", { name: "Delete team" }).click();
  await expect(page.getByRole("table", { name: "Teams" })).not.toContainText("Print");
});

test("somebody is put into a team and taken out of it on their own page, seeing the effect", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/users/${members.nadia}`);
  const teams = page.getByRole("region", { name: "Work teams" });
  await expect(teams).toContainText("Projects");
  await teams.getByRole("link", { name: "Add to a team" }).click();
  await page.getByRole("link", { name: "Communication" }).click();
  await expect(page.getByRole("dialog")).toContainText("1 person gains");
  await page.getByRole("dialog").getByRole("button", { name: "Add to team" }).click();
  await expect(teams).toContainText("Communication");
  await teams.getByRole("link", { name: "Remove from Communication" }).click();
  await expect(page.getByRole("dialog")).toContainText("1 person loses");
  await page.getByRole("dialog").getByRole("button", { name: "Remove from team" }).click();
  await expect(teams).not.toContainText("Communication");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("rights of a team are chosen, their effect is shown, and they are saved", async ({
    page,
    visit,
    world,
    signIn,
    asOwner,
  }) => {
    const { id, slug } = world.organizations.atelier;
    const [team] = await asOwner<{ id: string }>(
      `SELECT "id" FROM "Team" WHERE "organizationId" = $1 AND "name" = 'Projects'`,
      [id],
    );
    await signIn("marco");
    await visit(`/o/${slug}/teams/${team?.id}/give?show=folders`);
    await page.getByRole("checkbox", { name: "Contracts" }).check();
    await page.getByRole("button", { name: "Mailboxes" }).click();
    await page.getByRole("button", { name: "Choose rights" }).click();

    // Without a right nothing is given: that is said, not passed over.
    await page.getByRole("button", { name: "Show the effect" }).click();
    await expect(alertOf(page)).toContainText("Without a right: Contracts");
    await page.getByRole("combobox", { name: "Contracts" }).selectOption("Read");
    await page.getByRole("button", { name: "Show the effect" }).click();
    await expect(page.getByRole("main")).toContainText("Atelier Nord drive · Contracts: gains Read");
    await page.getByRole("button", { name: "Save access" }).click();
    await expect(page.getByRole("table", { name: "What the team has access to" })).toContainText("Contracts");
  });

  test("what is ticked in a new team's lists goes along to Continue", async ({
    page,
    visit,
    world,
    signIn,
  }) => {
    await signIn("marco");
    await visit(`/o/${world.organizations.atelier.slug}/teams/new/name`);
    await page.getByRole("textbox", { name: "Name" }).fill("Ticks");
    await page.getByRole("radio", { name: "Teal" }).check();
    const onwards = page.getByRole("button", { name: "Continue" });
    await onwards.click();
    await page.getByRole("checkbox", { name: "Letter to clients" }).check();
    await page.getByRole("button", { name: "Folders" }).click();
    await page.getByRole("checkbox", { name: "Contracts" }).check();
    await onwards.click();
    await page.getByRole("checkbox", { name: "Statistics" }).check();
    await page.getByRole("combobox", { name: "Contracts" }).selectOption("Read");
    await page.getByRole("button", { name: "Save these rights" }).click();
    await expect(page.getByText("2 accesses chosen")).toBeVisible();
    // With nothing more ticked it leads on.
    await onwards.click();
    await expect(page.getByRole("heading", { name: "Who is in the team?" })).toBeVisible();
  });
});
