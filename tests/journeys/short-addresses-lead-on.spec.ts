import { LAST_ORGANIZATION_COOKIE } from "@/lib/kernel/routes";
import { expect, test } from "../support/journey";

test("short addresses lead on: the bare one, the last organization's, and the staff's (ORG-5)", async ({
  page,
  visit,
  world,
  signIn,
}) => {
  const { lumiere } = world.organizations;
  await visit("/");
  await expect(page).toHaveURL("/login");
  const wish = "/o/~/users?show=externals";
  await visit(wish);
  await expect(page).toHaveURL(`/login?${new URLSearchParams({ then: wish })}`);

  await signIn("claire");
  await visit(`/o/${lumiere.slug}`);
  await visit("/");
  await expect(page).toHaveURL(`/o/${lumiere.slug}`);
  await visit("/o/~/users?show=externals&q=a%20b");
  await expect(page).toHaveURL(`/o/${lumiere.slug}/users?show=externals&q=a+b`);
  await visit("/login");
  await expect(page).toHaveURL(`/o/${lumiere.slug}`);

  // An organization that is no longer one's own is forgotten for the first of them, which has the personal suite (ORG-6).
  await page
    .context()
    .addCookies([{ name: LAST_ORGANIZATION_COOKIE, value: "boreale", url: new URL("/", page.url()).href }]);
  await visit("/o/~");
  await expect(page).toHaveURL("/o/claire-fontaine");

  await page.context().clearCookies();
  await signIn("olga");
  await visit("/admin");
  await expect(page).toHaveURL("/admin/mail");
});

test("what browsers and robots ask for by themselves is there", async ({ page }) => {
  const icon = await page.request.get("/favicon.ico");
  expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/svg+xml"]);
  const robots = await page.request.get("/robots.txt");
  expect([robots.status(), await robots.text()]).toEqual([200, "User-agent: *\nDisallow: /\n"]);
});
