import { expect, type Locator, type Page } from "@playwright/test";
import type { Role } from "@/lib/access/roles";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { PASSWORD } from "@/prisma/cast";
import type { Sql } from "@/prisma/stage";

/** What many stories begin with, or do on the way; each in the words of who does it. */

/** Fills in the sign-in card that is shown. */
export async function signInByForm(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Chooses in the organization switcher at the top left. */
export async function switchTo(page: Page, organization: string): Promise<void> {
  await page.getByRole("button", { name: "Switch organization" }).click();
  await page
    .getByRole("dialog", { name: "Switch organization" })
    .getByRole("option", { name: organization })
    .click();
  await expect(page.getByRole("dialog", { name: "Switch organization" })).toBeHidden();
}

/** What a form answered with: the summary of its errors, or a refusal. (Next keeps an empty alert outside the page.) */
export const alertOf = (page: Page): Locator => page.getByRole("main").getByRole("alert");

/** The organization that the top left names. */
export const currentOrganization = (page: Page): Locator => page.locator("#current-organization");

/** Opens the menu of a row and gives it. */
export async function rowMenu(page: Page, name: string): Promise<Locator> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  const menu = page.getByRole("menu", { name: `Actions for ${name}` });
  await expect(menu).toBeVisible();
  return menu;
}

/** Counts the documents that a page loads from now on: none while the application navigates by itself. */
export function documentLoads(page: Page): () => number {
  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads += 1;
  });
  return () => loads;
}

/** Goes through "Add a user" from its first step to its last look, and stops before sending. */
export async function fillInvitation(
  page: Page,
  answers: {
    addresses: string;
    role?: string;
    billing?: boolean;
    /** Name of a product, or of all of a kind, and the rights on it. */
    products?: Record<string, string[]>;
    teams?: string[];
  },
): Promise<void> {
  const { addresses, role = "Collaborator", billing } = answers;
  const onwards = page.getByRole("button", { name: "Continue" });
  await page.getByRole("textbox", { name: "E-mail addresses" }).fill(addresses);
  await onwards.click();
  if (addresses.includes("\n")) {
    await expect(page.getByRole("table", { name: "Addresses as they were read" })).toBeVisible();
    await page.getByRole("link", { name: "Continue" }).click();
  }
  await page
    .getByRole("radio", { name: role === "External user" ? "External" : "Inside the organization" })
    .check();
  await onwards.click();
  if (role !== "External user") {
    await page.getByRole("radio", { name: role }).check();
    await onwards.click();
  }
  await expect(page.getByRole("heading", { name: "Which rights and reminders?" })).toBeVisible();
  if (billing !== undefined) await page.getByRole("checkbox", { name: "Billing right" }).setChecked(billing);
  await onwards.click();
  await choosePromises(page, answers);
  await expect(page.getByRole("heading", { name: "Check before the invitations go out" })).toBeVisible();
}

/** The steps "products" and "teams", where there is something to choose. */
async function choosePromises(
  page: Page,
  { products, teams }: { products?: Record<string, string[]>; teams?: string[] },
): Promise<void> {
  const check = page.getByRole("heading", { name: "Check before the invitations go out" });
  const [whichProducts, whichTeams] = ["Which products?", "Which teams?"].map((name) =>
    page.getByRole("heading", { name }),
  ) as [Locator, Locator];
  const onwards = page.getByRole("button", { name: "Continue" });
  await expect(check.or(whichProducts).or(whichTeams)).toBeVisible();
  if (await whichProducts.isVisible()) {
    for (const kind of products ? await page.getByRole("main").locator("details").all() : [])
      if ((await kind.getAttribute("open")) === null) await kind.locator("summary").click();
    for (const [name, rights] of Object.entries(products ?? {}))
      for (const right of rights)
        await page.getByRole("group", { name, exact: true }).getByRole("checkbox", { name: right }).check();
    await onwards.click();
  }
  await expect(check.or(whichTeams)).toBeVisible();
  if (await whichTeams.isVisible()) {
    for (const team of teams ?? []) await page.getByRole("checkbox", { name: team }).check();
    await onwards.click();
  }
}

/** An open invitation that was sent without the browser: the path that its mail links to. */
export async function openInvitation(
  sql: Sql,
  { id, by, email, role = "COLLABORATOR" }: { id: string; by: string; email: string; role?: Role },
): Promise<string> {
  const token = newToken();
  await sql(
    `INSERT INTO "Invitation" ("id", "organizationId", "email", "role", "locale", "tokenHash", "invitedById", "invitedByName", "sentAt", "expiresAt")
     SELECT gen_random_uuid(), $1, $2, $3, 'en', $4, u."id", concat_ws(' ', u."firstName", u."lastName"), now(), now() + interval '30 days'
     FROM "User" u WHERE u."id" = $5`,
    [id, email, role, Buffer.from(hashToken(token)), by],
  );
  return `/invite/${token}`;
}
