import { PASSWORD } from "@/prisma/cast";
import { expect, test, withAndWithoutJavaScript } from "../support/journey";
import { alertOf, fillInvitation } from "../support/steps";

const INVITED = "twice@atelier-nord.example";

test("a form of one account that is sent after another signed in does nothing, and says so", async ({
  page,
  context,
  visit,
  world,
  signIn,
  asOwner,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/users/${members.jonas}/role`);
  await page.getByRole("radio", { name: "Administrator" }).check();

  await context.newPage();
  await signIn("marco");
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(alertOf(page)).toContainText("This page was opened with another account");
  await expect(alertOf(page)).toContainText("Nothing was changed.");
  const changes = await asOwner(`SELECT 1 FROM "AuditEntry" WHERE "action" = 'member.changed'`);
  expect(changes).toEqual([]);
  const [jonas] = await asOwner<{ role: string }>(`SELECT "role" FROM "Membership" WHERE "id" = $1`, [
    members.jonas,
  ]);
  expect(jonas?.role).toBe("COLLABORATOR");
});

test("whoever signs out in one tab is asked for the password in the other", async ({
  page,
  context,
  visit,
  world,
  signIn,
}) => {
  const { slug } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/users`);
  const other = await context.newPage();
  await visit(`/o/${slug}`, other);
  await other.getByRole("button", { name: "My account" }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(other.getByText("You are signed out.")).toBeVisible();
  await page.getByRole("link", { name: "Jonas Weber" }).click();
  await expect(page).toHaveURL(/\/login\?then=/);
});

withAndWithoutJavaScript(() => {
  test("two clicks on the button that sends are one invitation, and so is going back and sending again", async ({
    page,
    visit,
    world,
    signIn,
    asOwner,
    mailbox,
  }) => {
    const { slug } = world.organizations.atelier;
    await signIn("claire");
    await visit(`/o/${slug}/users/new/addresses`);
    await fillInvitation(page, { addresses: INVITED });
    await page.getByRole("button", { name: "Send invitation" }).dblclick();
    const done = page.getByRole("heading", { name: "The invitation is on its way" });
    await expect(done).toBeVisible();

    await page.goBack();
    const send = page.getByRole("button", { name: "Send invitation" });
    // The page is either shown as it was, or says that it is done.
    await expect(done.or(send)).toBeVisible();
    if (await send.isVisible()) {
      await send.click();
      await expect(done).toBeVisible();
    }
    expect(await asOwner(`SELECT 1 FROM "Invitation" WHERE "email" = $1`, [INVITED])).toHaveLength(1);
    expect(await mailbox.to(INVITED)).toHaveLength(1);
  });
});

test("a session that ends in the middle of a form: the password is asked for, the input kept, the act done", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
}) => {
  const { slug, id } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/settings`);
  await page.getByLabel("Street").fill("Rue du Lac");
  await page.getByRole("textbox", { name: "Number" }).fill("7b");
  await page.getByLabel("Postal code").fill("1207");
  await page.getByLabel("City").fill("Genève");
  await page.getByLabel("Phone").fill("022 820 35 44");
  await page.getByRole("checkbox", { name: "I accept the general terms" }).check();
  await asOwner(`UPDATE "Session" SET "revokedAt" = now(), "revokedReason" = 'test'`);

  const save = page.getByRole("button", { name: "Save changes" });
  await save.click();
  const password = page.getByLabel("Password", { exact: true });
  await expect(password).toBeFocused();
  await expect(page.getByLabel("Street")).toHaveValue("Rue du Lac");
  await expect(page.getByRole("checkbox", { name: "I accept the general terms" })).toBeChecked();
  await password.fill(PASSWORD);
  await save.click();
  await expect(
    page.getByRole("status").filter({ hasText: "The contact details have been saved." }),
  ).toBeVisible();
  const [row] = await asOwner<{ street: string; houseNumber: string; phone: string }>(
    `SELECT "street", "houseNumber", "phone" FROM "Organization" WHERE "id" = $1`,
    [id],
  );
  expect(row).toEqual({ street: "Rue du Lac", houseNumber: "7b", phone: "+41 22 820 35 44" });
  // And one is signed in again.
  await visit(`/o/${slug}/users`);
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
});

test("who was removed in the meantime gets no further (USR-12)", async ({
  page,
  visit,
  world,
  signIn,
  asOwner,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("marco");
  await visit(`/o/${slug}/users`);
  await asOwner(`UPDATE "Membership" SET "endedAt" = now() WHERE "id" = $1`, [members.marco]);
  await page.getByRole("link", { name: "Jonas Weber" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
});

test("somebody else was faster: the form says so, and shows how things stand", async ({
  page,
  visit,
  world,
  signIn,
  inAnotherBrowser,
}) => {
  const { slug, members } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/users/${members.jonas}/role`);
  const marco = await inAnotherBrowser("marco");
  await visit(`/o/${slug}/users/${members.jonas}/role`, marco);
  await marco.getByRole("radio", { name: "External user" }).check();
  await marco.getByRole("button", { name: "Change role" }).click();
  await expect(marco.getByRole("status").filter({ hasText: "have been changed" })).toBeVisible();

  await page.getByRole("checkbox", { name: "Billing right" }).check();
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(alertOf(page)).toContainText("Somebody changed this in the meantime.");
  // What changed is told, what one touched is kept, and the rest is as it is now.
  await expect(alertOf(page)).toContainText("Role is now: External user");
  await expect(alertOf(page)).not.toContainText("Billing right is now");
  await expect(alertOf(page)).toContainText("What you entered is still here, but not saved yet.");
  await expect(page.getByRole("radio", { name: "External user" })).toBeChecked();
  // An external never has the billing right; the tick is still there for another role.
  await expect(page.getByRole("checkbox", { name: "Billing right" })).toBeDisabled();
  await page.getByRole("radio", { name: "Collaborator" }).check();
  await expect(page.getByRole("checkbox", { name: "Billing right" })).toBeChecked();
});

withAndWithoutJavaScript(() => {
  test("one's own unsaved switch is not taken for what somebody else changed", async ({
    page,
    visit,
    world,
    signIn,
    asOwner,
  }) => {
    const { slug, members } = world.organizations.atelier;
    const email = page.getByRole("checkbox", { name: "Billing reminders by e-mail" });
    const sms = page.getByRole("checkbox", { name: "Billing reminders by SMS" });
    const meanwhile = (what: string) =>
      asOwner(`UPDATE "Membership" SET ${what}, "version" = "version" + 1 WHERE "id" = $1`, [members.jonas]);
    await signIn("claire");
    await visit(`/o/${slug}/users/${members.jonas}`);
    await expect(email).toBeChecked();
    await meanwhile(`"remindersBySms" = true`);
    await email.uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(alertOf(page)).toContainText("Billing reminders by SMS is now: Yes");
    await expect(alertOf(page)).not.toContainText("Billing reminders by e-mail");
    await expect(email).not.toBeChecked();
    await expect(sms).toBeChecked();

    await meanwhile(`"billingRight" = true`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(alertOf(page)).toContainText("What changed is not part of this form.");
    await expect(email).not.toBeChecked();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The contact preferences have been saved.")).toBeVisible();
    expect(
      await asOwner(
        `SELECT "remindersByEmail", "remindersBySms", "billingRight" FROM "Membership" WHERE "id" = $1`,
        [members.jonas],
      ),
    ).toEqual([{ remindersByEmail: false, remindersBySms: true, billingRight: true }]);
  });
});
