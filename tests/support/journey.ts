import { type BrowserContext, test as base, expect } from "@playwright/test";
import { disconnect } from "@/lib/platform/database";
import { startSession } from "@/lib/platform/session";
import { sessionCookieName } from "@/lib/platform/sessionCookie";
import { expectAccessible } from "./axe";
import { Mailbox } from "./mailbox";
import { type Product, runningProduct } from "./product";

type Worker = {
  /** The built product that this run drives, and its database. */
  product: Product;
  /** The mail that the product wrote. */
  mailbox: Mailbox;
};

type Journey = {
  /** Signs a person in without the form: a session row, and its cookie in the browser. */
  signIn: (userId: string, context?: BrowserContext) => Promise<void>;
  /** Expects that axe finds nothing on the page as it is now. */
  expectAccessible: () => Promise<void>;
};

/** Playwright's `test` on the running product: `page.goto("/login")` is the product's. */
export const test = base.extend<Journey, Worker>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern.
    async ({}, use) => {
      const product = runningProduct();
      process.env.DATABASE_APP_URL = product.database.app;
      process.env.BASE_URL = product.baseUrl;
      await use(product);
      await disconnect();
    },
    { scope: "worker", auto: true },
  ],
  mailbox: [
    async ({ product }, use) => {
      const mailbox = new Mailbox(product.database.owner);
      await use(mailbox);
      await mailbox.close();
    },
    { scope: "worker" },
  ],
  baseURL: ({ product }, use) => use(product.baseUrl),
  signIn: ({ context, product }, use) =>
    use(async (userId, inContext = context) => {
      const token = await startSession(userId, 1, { userAgent: "journey", addressPrefix: "127.0.0" });
      await inContext.addCookies([{ name: sessionCookieName(), value: token, url: product.baseUrl }]);
    }),
  expectAccessible: ({ page }, use) => use(() => expectAccessible(page)),
});

export { expect };
