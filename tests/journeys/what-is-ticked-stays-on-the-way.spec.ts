import { insertTeam } from "@/prisma/stage";
import { expect, test, withAndWithoutJavaScript } from "../support/journey";
import { alertOf, fillInvitation } from "../support/steps";

/** Whichever way a step is left, what was answered in it is there again (USR-8, TEAM-2, TEAM-3). */

withAndWithoutJavaScript((javaScriptEnabled) => {
  test("a new team keeps its ticks by its steps, by Back, and in another order", async ({
    page,
    visit,
    world,
    signIn,
    expectAccessible,
  }) => {
    const box = (name: string) => page.getByRole("checkbox", { name });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const step = (name: string) =>
      page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name });
    await signIn("claire");
    await visit(`/o/${world.organizations.atelier.slug}/teams/new/name`);
    await page.getByRole("textbox", { name: "Name" }).fill("On the way");
    await page.getByRole("radio", { name: "Teal" }).check();
    await button("Continue").click();

    await box("Letter to clients").check();
    await page.getByRole("button", { name: "Name ascending" }).click();
    await expect(
      page
        .getByRole("listitem")
        .filter({ has: page.getByRole("checkbox") })
        .first(),
    ).toContainText("Website");
    await expect(box("Letter to clients")).toBeChecked();
    await step("Members").click();
    await box("Nadia").check();
    if (javaScriptEnabled) await expectAccessible();
    await button("Back").click();
    await expect(box("Letter to clients")).toBeChecked();

    // Its rights are kept too; what has none stays ticked, and the last step says that it is not given.
    await page.getByRole("button", { name: "Folders" }).click();
    await box("Contracts").check();
    await button("Continue").click();
    await box("Statistics").check();
    await step("Check").click();
    const main = page.getByRole("main");
    await expect(main).toContainText("Selected, but without rights, so not given: Contracts");
    await expect(main).toContainText("Letter to clients · Statistics");
    await expect(main).toContainText("Nadia Keller");

    // What is called otherwise is; what cannot be kept says so in its place.
    await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "Name" }).click();
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill("");
    await step("Check").click();
    await expect(alertOf(page)).toContainText("Name");
    await name.fill("On another way");
    await step("Check").click();
    await expect(main).toContainText("On another way");
  });

  test("an invitation keeps addresses, place and role, and lets go whoever has not answered yet", async ({
    page,
    visit,
    world,
    signIn,
  }) => {
    const radio = (name: string) => page.getByRole("radio", { name });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const addresses = page.getByRole("textbox", { name: "E-mail addresses" });
    await signIn("claire");
    await visit(`/o/${world.organizations.atelier.slug}/users/new/addresses`);
    await addresses.fill("noe@webwork.example");
    await button("Continue").click();
    await expect(radio("Inside the organization")).not.toBeChecked();
    await button("Back").click();
    await expect(addresses).toHaveValue("noe@webwork.example");
    await addresses.fill("not an address");
    await button("Role").click();
    await expect(alertOf(page)).toContainText("This is not an e-mail address");
    await addresses.fill("mia@webwork.example");
    await button("Role").click();

    await radio("Inside the organization").check();
    await button("Back").click();
    await expect(addresses).toHaveValue("mia@webwork.example");
    await button("Role").click();
    await expect(radio("Inside the organization")).toBeChecked();
    await button("Continue").click();
    await button("Back").click();
    await button("Continue").click();
    await radio("Collaborator").check();
    await page.getByRole("button", { name: "Addresses (done)" }).click();
    await button("Check").click();
    await expect(page.getByRole("region", { name: "What they get" })).toContainText("Collaborator");
  });

  test("an invitation finds its teams among hundreds, and keeps them", async ({
    page,
    visit,
    world,
    signIn,
    asOwner,
  }) => {
    const { id: organizationId, slug } = world.organizations.atelier;
    for (let n = 100; n < 300; n += 1) await insertTeam(asOwner, { organizationId, name: `Crew ${n}` });
    await signIn("claire");
    await visit(`/o/${slug}/users/new/addresses`);
    await fillInvitation(page, { addresses: "noe@webwork.example", role: "External user" });
    await visit(page.url().replace("/review", "/teams"));

    await page.getByRole("checkbox", { name: "Crew 100" }).check();
    await page.getByRole("searchbox", { name: "Search by name" }).fill("crew 29");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "10 results" })).toBeVisible();
    await expect(page.getByText("1 team chosen on other pages")).toBeVisible();
    await page.getByRole("checkbox", { name: "Crew 299" }).check();
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Which products?" })).toBeVisible();
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page.getByRole("region", { name: "What they get" })).toContainText("Crew 100, Crew 299");
  });
});
