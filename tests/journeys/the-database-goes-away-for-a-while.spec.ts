import pg from "pg";
import { accessibilityFaults } from "../support/axe";
import { expect, test } from "../support/journey";
import { maintenanceUrl } from "../support/journeysSetup";
import { alertOf } from "../support/steps";

/** Shuts the door of one database, throws out everybody who is inside, and gives the way to open it again. */
async function takeAway(name: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: maintenanceUrl() });
  await client.connect();
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name]);
  return async () => {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    await client.end();
  };
}

test("while the database is away a clear page says so, nothing typed is lost, and all goes on by itself", async ({
  page,
  context,
  visit,
  world,
  signIn,
  product,
  faults,
  request,
}) => {
  const { slug } = world.organizations.atelier;
  await signIn("claire");
  await visit(`/o/${slug}/settings`);
  await page.getByLabel("Street").fill("Rue du Lac");
  await expect.poll(async () => (await request.get("/api/health/ready")).status()).toBe(200);

  const giveBack = await takeAway(new URL(product.database.owner).pathname.slice(1));
  const other = await context.newPage();
  try {
    expect((await other.goto(`/o/${slug}/users`))?.status()).toBe(500);
    await expect(other.getByRole("heading", { level: 1, name: "Something went wrong" })).toBeVisible();
    await expect(other.getByText(/^Reference /)).toBeVisible();
    expect(await accessibilityFaults(other)).toEqual([]);
    await expect(other.locator("body")).not.toContainText(/postgres|prisma|connect/i);

    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(alertOf(page)).toContainText("What you entered is still here");
    await expect(page.getByLabel("Street")).toHaveValue("Rue du Lac");
    expect((await request.get("/api/health/live")).status()).toBe(200);
    expect((await request.get("/api/health/ready")).status()).toBe(503);
  } finally {
    await giveBack();
  }

  await expect.poll(async () => (await request.get("/api/health/ready")).status()).toBe(200);
  await other.getByRole("button", { name: "Try again" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  // The form goes on where it stood: now it says what is still missing.
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(alertOf(page)).toContainText("Please check what you entered");
  await expect(page.getByLabel("Street")).toHaveValue("Rue du Lac");
  // That the pages failed is what the browser told of, and nothing else.
  expect(faults.filter((fault) => !/React error #441/.test(fault))).toEqual([]);
  faults.length = 0;
});
