import { launchBrowser } from "./support/browser";
import { type Line, line } from "./support/line";
import { startBare, startProduct } from "./support/servers";
import { benchWorld } from "./support/world";

const KIB = 1024;

/** What the users page weighs: HTML as sent, a client navigation unpacked, JavaScript on the wire against the bare page's. */
export async function run(): Promise<Line[]> {
  const world = await benchWorld();
  const { headers } = world;
  const [product, bare] = [await startProduct(world), await startBare()];
  try {
    const url = `${product.origin}/o/${world.large}/users`;
    const html = await wireBytes(url, headers);
    const navigation = await navigationBytes(url, headers);
    const mine = await scriptBytes(url, headers);
    const theirs = await scriptBytes(`${bare.origin}/users`, {});
    const common = { better: "lower" as const, unit: "bytes", rounds: 1 };
    return [
      line({ bench: "bytes/html-gzip", goal: 1, ours: html, limit: 15 * KIB, ...common }),
      line({ bench: "bytes/navigation", goal: 1, ours: navigation, limit: 20 * KIB, ...common }),
      line({ bench: "bytes/javascript", goal: 1.4, ours: mine, limit: theirs, ...common }),
    ];
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    await world.stop();
  }
}

/** Bytes of one document as they cross the wire. */
async function wireBytes(url: string, headers: Record<string, string>): Promise<number> {
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers, "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}

/** Bytes, unpacked, of what a browser fetches to go from the first page of the table to the second. */
async function navigationBytes(url: string, headers: Record<string, string>): Promise<number> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ extraHTTPHeaders: headers });
  await page.goto(url, { waitUntil: "networkidle" });
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().includes("_rsc=")),
    page.locator("a[rel=next]").click(),
  ]);
  const asked = await request.allHeaders();
  await browser.close();
  // The browser does not keep the body of an answer that it streams: what it asked is asked again.
  const navigation = ["rsc", "next-router-state-tree", "next-url"].flatMap((name) => {
    const value = asked[name];
    return value ? [[name, value] as const] : [];
  });
  const answer = await fetch(request.url(), { headers: { ...headers, ...Object.fromEntries(navigation) } });
  return (await answer.arrayBuffer()).byteLength;
}

/** Bytes of all scripts that a browser loads for a page, compressed, once it has come to rest. */
async function scriptBytes(url: string, headers: Record<string, string>): Promise<number> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ extraHTTPHeaders: headers });
  let bytes = 0;
  const pending: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    pending.push(
      request.sizes().then((sizes) => {
        bytes += sizes.responseBodySize;
      }),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(pending);
  await browser.close();
  return bytes;
}
