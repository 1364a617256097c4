import { expect, test, withAndWithoutJavaScript } from "../support/journey";
import { fillInvitation } from "../support/steps";

/** What was chosen in the wizard is promised by the invitation and given by accepting it (USR-8, USR-14, TEAM-2). */

const EMAIL = "noe@webwork.example";

withAndWithoutJavaScript((javaScriptEnabled) => {
  test("a newcomer accepts an invitation and has its products and teams at once", async ({
    page,
    visit,
    world,
    signIn,
    mailbox,
    inAnotherBrowser,
    expectAccessible,
  }) => {
    const { atelier } = world.organizations;
    await signIn("claire");
    await visit(`/o/${atelier.slug}/users/new/addresses`);
    await fillInvitation(page, {
      addresses: EMAIL,
      role: "External user",
      products: {
        "Website atelier-nord.example": ["Manage", "Statistics"],
        "Ticketing: all, including future ones": ["Check tickets"],
      },
      teams: ["Communication"],
    });
    const gets = page.getByRole("region", { name: "What they get" });
    const promised = [
      "Website atelier-nord.example (Manage, Statistics)",
      "Ticketing: all, including future ones (Check tickets)",
      "Communication",
    ];
    for (const text of promised) await expect(gets).toContainText(text);
    // What it gives, thing by thing: what the kind and the team reach, too.
    for (const text of ["Open house 2027: gains Check tickets", "press@atelier-nord.example: gains Read"])
      await expect(gets).toContainText(text);
    if (javaScriptEnabled) await expectAccessible();
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByRole("heading", { name: "The invitation is on its way" })).toBeVisible();
    await visit(`/o/${atelier.slug}/users?show=invitations`);
    const row = page.getByRole("row", { name: new RegExp(EMAIL) });
    await expect(row).toContainText("A place in the team Communication.");

    const newcomer = await inAnotherBrowser(undefined, { javaScriptEnabled });
    await visit(await mailbox.link(EMAIL), newcomer);
    for (const text of promised) await expect(newcomer.getByRole("main")).toContainText(text);
    await newcomer.getByLabel("First name").fill("Noé");
    await newcomer.getByLabel("Last name").fill("Roux");
    await newcomer.getByLabel("Password", { exact: true }).fill("seven lanterns over the harbour");
    await newcomer.getByRole("checkbox", { name: "I accept the general terms" }).check();
    await newcomer.getByRole("button", { name: "Create account and join" }).click();

    await expect(newcomer.getByRole("heading", { name: "What you can reach" })).toBeVisible();
    const main = newcomer.getByRole("main");
    await expect(main).toContainText("You are in the team Communication.");
    const line = (name: string) => main.getByRole("listitem").filter({ hasText: name }).first();
    await expect(line("Website atelier-nord.example")).toContainText("Manage, Statistics");
    await expect(line("Open house 2027")).toContainText(
      "Check tickets (individually with all products of the kind “Ticketing”)",
    );
    await expect(line("press@atelier-nord.example")).toContainText("by the team Communication");
    // Externals are outside what everybody inside shares (USR-2).
    await expect(main).not.toContainText("Holidays");
  });
});

test("whoever has all rights by role is asked for no products, and the way back is the way forth", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  await signIn("claire");
  await visit(`/o/${world.organizations.atelier.slug}/users/new/addresses`);
  await fillInvitation(page, { addresses: EMAIL, teams: ["Projects"] });
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByRole("checkbox", { name: "Projects" })).toBeChecked();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("heading", { name: "Which products?" })).toBeVisible();

  await visit(page.url().replace("/products", "/role"));
  await page.getByRole("radio", { name: "Administrator" }).check();
  for (let step = 0; step < 2; step += 1) await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Which teams?" })).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  const gets = page.getByRole("region", { name: "What they get" });
  await expect(gets).toContainText("All products, present and future");
  await expect(gets).toContainText("Projects");
});
