import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import pg from "pg";
import { disconnect } from "@/lib/platform/database";
import { startSession } from "@/lib/platform/session";
import { sessionCookieName } from "@/lib/platform/sessionCookie";
import type { Name } from "@/prisma/cast";
import { type Sql, stage, type World } from "@/prisma/stage";
import { expectAccessible } from "./axe";
import { emptyTables } from "./emptyTables";
import { watchForFaults } from "./faults";
import { maintenanceUrl } from "./journeysSetup";
import { Mailbox } from "./mailbox";
import { type Product, startProduct } from "./product";

type Worker = {
  /** The built product that this worker drives. */
  product: Product;
  /** The rows of a statement, run as the owner of the product's database. */
  asOwner: Sql;
  /** The mail that the product wrote. */
  mailbox: Mailbox;
};

type Journey = {
  /** The cast at their places: each journey begins with the same world, whatever went before. */
  world: World;
  /** Signs somebody of the cast in without the form: a session row, and its cookie in the browser. */
  signIn: (who: Name, context?: BrowserContext) => Promise<void>;
  /** Opens an address of the product, and waits until the page answers to clicks. Gives the status. */
  visit: (path: string, page?: Page) => Promise<number>;
  /** A page in another browser, which shares no cookie with the first; signed in as somebody where told. */
  inAnotherBrowser: (who?: Name, options?: BrowserContextOptions) => Promise<Page>;
  /** Expects that axe finds nothing on the page as it is now. */
  expectAccessible: () => Promise<void>;
  /** Whatever the browsers complained of; a story that says nothing about it expects nothing of the kind. */
  faults: string[];
};

/** Playwright's `test` on the running product: `page.goto("/login")` is the product's. */
export const test = base.extend<Journey, Worker>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern.
    async ({}, use, { parallelIndex }) => {
      const product = await startProduct(maintenanceUrl(), `kontor_journeys_${parallelIndex}`);
      process.env.DATABASE_APP_URL = product.database.app;
      process.env.BASE_URL = product.baseUrl;
      await use(product);
      await disconnect();
      await product.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  asOwner: [
    async ({ product }, use) => {
      const pool = new pg.Pool({ connectionString: product.database.owner, max: 2 });
      // A story takes the database away: the next statement finds a new connection.
      pool.on("error", () => undefined);
      await use(async (text, values) => (await pool.query(text, values)).rows);
      await pool.end();
    },
    { scope: "worker" },
  ],
  mailbox: [({ asOwner }, use) => use(new Mailbox(asOwner)), { scope: "worker" }],
  baseURL: ({ product }, use) => use(product.baseUrl),
  world: [
    async ({ asOwner }, use) => {
      await emptyTables(asOwner, ["WorkerHeartbeat"]);
      await use(await stage(asOwner));
    },
    { auto: true },
  ],
  signIn: ({ context, product, world }, use) =>
    use(async (who, inContext = context) => {
      const origin = { userAgent: "journey", addressPrefix: "127.0.0.0/24" };
      const value = await startSession(world.people[who], 1, origin);
      await inContext.addCookies([{ name: sessionCookieName(), value, url: product.baseUrl }]);
    }),
  visit: ({ page, javaScriptEnabled }, use) =>
    use(async (path, inPage = page) => {
      const answer = await inPage.goto(path);
      const status = answer?.status() ?? 0;
      if (javaScriptEnabled && status < 400) await expect(inPage.locator("html[data-ready]")).toBeAttached();
      return status;
    }),
  inAnotherBrowser: async ({ browser, product, signIn, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext({ baseURL: product.baseUrl, ...options });
      contexts.push(context);
      watchForFaults(context, faults);
      if (who) await signIn(who, context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  expectAccessible: ({ page }, use) => use(() => expectAccessible(page)),
  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      watchForFaults(context, faults);
      await use(faults);
      expect(faults, "what the browser complained of").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The same stories in a browser with JavaScript, and in one without. */
export function withAndWithoutJavaScript(stories: (javaScriptEnabled: boolean) => void): void {
  for (const javaScriptEnabled of [true, false])
    test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
      test.use({ javaScriptEnabled });
      stories(javaScriptEnabled);
    });
}
