import { expect, test, withAndWithoutJavaScript } from "../support/journey";

/** A calendar is shared with everybody inside, later and no longer; who gains and loses comes first (USR-2). */

withAndWithoutJavaScript((javaScriptEnabled) => {
  test("a calendar is shared no longer, and then again", async ({
    page,
    visit,
    world,
    signIn,
    expectAccessible,
    inAnotherBrowser,
  }) => {
    const { slug, products, resources } = world.organizations.atelier;
    const jonas = await inAnotherBrowser("jonas", { javaScriptEnabled });
    await visit(`/o/${slug}`, jonas);
    await expect(jonas.getByRole("main")).toContainText("Holidays");

    await signIn("claire");
    await visit(`/o/${slug}/products/${products.suite}/resources/${resources.holidays}`);
    const share = async (choice: string) => {
      await page.getByRole("link", { name: "Share…" }).click();
      const choose = page.getByRole("dialog", { name: "Share Holidays with the whole organization?" });
      await choose.getByRole("radio", { name: choice }).check();
      await choose.getByRole("button", { name: "Continue" }).click();
      return page.getByRole("dialog", { name: "Share Holidays otherwise?" });
    };
    const taken = await share("Not shared");
    await expect(taken).toContainText(/\d people lose \d accesses\./);
    await expect(taken).toContainText("Jonas Weber: loses See events");
    await expect(taken).not.toContainText("Iris Novak");
    if (javaScriptEnabled) await expectAccessible();
    await taken.getByRole("button", { name: "Change sharing" }).click();
    await expect(page.getByText("The sharing has been changed.")).toBeVisible();
    await visit(`/o/${slug}`, jonas);
    await expect(jonas.getByRole("main")).not.toContainText("Holidays");

    const given = await share("Change events");
    await expect(given).toContainText("Jonas Weber: gains Change events");
    await given.getByRole("button", { name: "Change sharing" }).click();
    await expect(page.getByRole("main")).toContainText("Shared with everybody: Change events");
    await visit(`/o/${slug}/products/${products.suite}?tab=history`);
    await expect(page.getByRole("main")).toContainText(
      "Shared with the whole organization: No access → Change events",
    );
  });
});
