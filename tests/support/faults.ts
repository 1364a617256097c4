import type { BrowserContext } from "@playwright/test";

/** Chromium's own remark on a page that answered with 403, 404 or 500, which is no fault of that page. */
const ABOUT_STATUS = /^Failed to load resource: the server responded with a status of/;

/** The preview of a mail runs no script: neither Playwright's nor axe's. */
const ABOUT_OUR_OWN_TOOLS = /^Blocked script execution in 'about:srcdoc'/;

/**
 * Notes what goes wrong in the pages of a browser: errors that nobody caught, what is written to the console as an
 * error (a refusal by the content security policy is one), and files of the build that are not there.
 */
export function watchForFaults(context: BrowserContext, faults: string[]): void {
  context.on("weberror", (error) => {
    faults.push(`${error.page()?.url()}: ${error.error().stack ?? error.error().message}`);
  });
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    if (ABOUT_STATUS.test(message.text()) && !url.includes("/_next/")) return;
    if (ABOUT_OUR_OWN_TOOLS.test(message.text())) return;
    faults.push(`${message.page()?.url()}: ${message.text()} (${url})`);
  });
}
