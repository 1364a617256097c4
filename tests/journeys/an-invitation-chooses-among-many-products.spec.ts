import { insertSubscription } from "@/prisma/stage";
import { expect, test, withAndWithoutJavaScript } from "../support/journey";
import { fillInvitation } from "../support/steps";

/** Among hundreds of products nothing that was chosen is lost by searching or by turning the page (USR-8, USR-14). */

withAndWithoutJavaScript((javaScriptEnabled) => {
  test("products of several pages are promised together", async ({
    page,
    visit,
    world,
    signIn,
    asOwner,
    expectAccessible,
  }) => {
    const { id: organizationId, slug } = world.organizations.atelier;
    for (let n = 100; n < 220; n += 1)
      await insertSubscription(asOwner, {
        ...{ organizationId, kind: "web-hosting", offer: "standard", name: `site-${n}.example` },
      });
    await signIn("claire");
    await visit(`/o/${slug}/users/new/addresses`);
    await fillInvitation(page, { addresses: "noe@webwork.example", role: "External user" });
    await visit(page.url().replace("/review", "/products"));

    const tick = async (name: string, right: string) => {
      const group = page.getByRole("group", { name, exact: true });
      if (!(await group.isVisible()))
        await page.locator("details").filter({ hasText: name }).locator("summary").click();
      await group.getByRole("checkbox", { name: right }).setChecked(true);
    };
    const search = async (q: string) => {
      await page.getByRole("searchbox", { name: "Search by product or kind" }).fill(q);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(new RegExp(`q=${q}`));
    };
    await tick("site-100.example", "Manage");
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("Page 2 of 3")).toBeVisible();
    await expect(page.getByText("1 choice on other pages")).toBeVisible();
    await tick("site-150.example", "Statistics");
    await search("site-21");
    await expect(page.getByRole("status").filter({ hasText: "10 results" })).toBeVisible();
    await expect(page.getByText("2 choices on other pages")).toBeVisible();
    await tick("site-219.example", "Manage");
    // What was chosen elsewhere is taken out here.
    await page.getByText("2 choices on other pages").click();
    const elsewhere = page.getByRole("group", { name: "site-100.example", exact: true });
    await elsewhere.getByRole("checkbox", { name: "Manage" }).uncheck();
    if (javaScriptEnabled) await expectAccessible();
    for (let step = 0; step < 2; step += 1) await page.getByRole("button", { name: "Continue" }).click();
    const gets = page.getByRole("region", { name: "What they get" });
    await expect(gets).toContainText("site-150.example (Statistics)");
    await expect(gets).toContainText("site-219.example (Manage)");
    await expect(gets).not.toContainText("site-100.example");
  });
});
