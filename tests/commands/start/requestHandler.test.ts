import { type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { currentRequestId } from "@/lib/platform/requestContext";
import { type Handler, requestHandler, type ServerSettings } from "@/scripts/http/requestHandler";
import { isSameOrigin } from "@/scripts/http/sameOrigin";
import { closeServer, type HttpServer, httpServer, listen, ownOrigin } from "@/scripts/http/server";

const SETTINGS: ServerSettings = {
  baseUrl: "https://console.example",
  isHttps: true,
  isDevelopment: false,
  trustedProxies: 0,
  sessionCookie: "__Host-kontor-session",
};
const SESSION = "__Host-kontor-session=abc";

let server: HttpServer;
let port: number;
/** What reached Next, and what it saw. */
let seen: { url: string | undefined; headers: IncomingHttpHeaders; requestId: string | undefined }[] = [];
let failures: unknown[] = [];

const next: Handler = async (incoming, response) => {
  seen.push({ url: incoming.url, headers: { ...incoming.headers }, requestId: currentRequestId() });
  if (incoming.url === "/broken") throw new Error("broken");
  response.statusCode = incoming.url?.includes("missing") ? 404 : 200;
  response.end("page");
};
const answerWith = (settings: Partial<ServerSettings>) =>
  server.answerWith(requestHandler(next, { ...SETTINGS, ...settings }));

beforeAll(async () => {
  server = httpServer((error) => failures.push(error));
  port = await listen(server, 0, "127.0.0.1");
});
afterAll(() => closeServer(server as Server));
beforeEach(() => {
  seen = [];
  failures = [];
  answerWith({});
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += String(chunk);
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    outgoing.once("error", reject);
    outgoing.end();
  });
}

test("it listens on the address it is told, and says so where the machine has no such address", async () => {
  expect(server.address()).toMatchObject({ address: "127.0.0.1" });
  const other = httpServer(() => undefined);
  await expect(listen(other, 0, "192.0.2.7")).rejects.toThrow(
    /^HOST: 192.0.2.7 is no address of this machine/,
  );
  await expect(listen(other, port, "127.0.0.1")).rejects.toThrow(/is used by another program/);
  const wide = await listen(other, 0, "::");
  expect(["::", "0.0.0.0"]).toContain((other.address() as AddressInfo).address);
  expect(ownOrigin("::", wide)).toBe(`http://127.0.0.1:${wide}`);
  expect(ownOrigin("::1", 80)).toBe("http://[::1]:80");
  expect(ownOrigin("192.0.2.7", 80)).toBe("http://192.0.2.7:80");
  await closeServer(other);
});

test("every page has a nonce of its own, the same in the answer and for Next", async () => {
  const answers = [await ask("/o/nord"), await ask("/o/nord")];
  const nonces = answers.map(({ headers }) =>
    /script-src 'nonce-([\w+/]{24})' 'strict-dynamic'/
      .exec(String(headers["content-security-policy"]))
      ?.at(1),
  );
  expect(new Set(nonces).size).toBe(2);
  expect(seen.map(({ headers }) => headers["content-security-policy"])).toEqual(
    nonces.map((nonce) => `script-src 'nonce-${nonce}'`),
  );
});

test("no page may be framed, sniffed, or run scripts that were written into it", async () => {
  const { headers } = await ask("/");
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy.replace(/style-src-attr [^;]*/, "")).not.toContain("unsafe");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "strict-transport-security": expect.stringMatching(/^max-age=\d{8}/),
  });
  answerWith({ isHttps: false, baseUrl: "http://localhost:3000" });
  expect((await ask("/")).headers).not.toHaveProperty("strict-transport-security");
});

test("the request's id is new each time, reaches page and log, and is never the client's", async () => {
  const answer = await ask("/", { "x-request-id": "mine" });
  const id = answer.headers["x-request-id"];
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(seen[0]?.requestId).toBe(id);
  expect(seen[0]?.headers["x-request-id"]).toBe(id);
});

test("what a client says of its address, host and scheme is not believed", async () => {
  const lies = { "x-forwarded-for": "10.0.0.1", "x-kontor-address": "10.0.0.1", "x-kontor-path": "/admin" };
  await ask("/o/nord?q=1&_rsc=x1", {
    ...lies,
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
  });
  expect(seen[0]?.headers).toMatchObject({
    "x-forwarded-for": expect.stringContaining("127.0.0.1"),
    "x-kontor-address": expect.stringContaining("127.0.0.1"),
    "x-kontor-path": "/o/nord?q=1",
    "x-forwarded-host": `127.0.0.1:${port}`,
    "x-forwarded-proto": "https",
  });
});

test("behind trusted proxies the address is what the outermost of them saw", async () => {
  answerWith({ trustedProxies: 2 });
  await ask("/", { "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.2" });
  expect(seen[0]?.headers["x-kontor-address"]).toBe("203.0.113.9");
  await ask("/");
  expect(seen[1]?.headers["x-kontor-address"]).toContain("127.0.0.1");
});

test("a change that another site asks for never reaches the console, and is answered in the reader's language", async () => {
  const foreign = { origin: "https://evil.example", "accept-language": "fr" };
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const { status, headers, body } = await ask("/login", foreign, method);
    expect(status).toBe(403);
    expect(body).toContain('<html lang="fr">');
    expect(body).toContain(String(headers["x-request-id"]));
  }
  expect(seen).toEqual([]);
  expect((await ask("/login", { origin: "https://console.example" }, "POST")).status).toBe(200);
  expect(seen[0]?.headers["x-forwarded-host"]).toBe("console.example");
});

test.each<[string, IncomingHttpHeaders, boolean]>([
  ["the configured origin", { origin: "https://console.example" }, true],
  ["its http page", { origin: "http://console.example" }, false],
  ["another port", { origin: "https://console.example:8443" }, false],
  ["a longer name", { origin: "https://console.example.evil.example" }, false],
  ["the asked host's own page", { host: "10.0.0.5:3000", origin: "http://10.0.0.5:3000" }, true],
  ["a privacy-stripped origin", { origin: "null", "sec-fetch-site": "same-origin" }, false],
  ["no origin, our referer", { referer: "https://console.example/login?x=1" }, true],
  ["no origin, another's referer", { referer: "https://evil.example/console.example" }, false],
  ["neither, but the browser's word", { "sec-fetch-site": "same-origin" }, true],
  ["neither, and the browser's word against it", { "sec-fetch-site": "cross-site" }, false],
  ["a sister host", { "sec-fetch-site": "same-site" }, false],
  ["nothing at all", {}, false],
  ["a file", { origin: "file://" }, false],
  ["a malformed host", { host: "a b", origin: "http://a b" }, false],
])("%s", (_case, headers, expected) => {
  expect(isSameOrigin({ host: "console.internal", ...headers }, "https://console.example")).toBe(expected);
});

test("pages of somebody signed in are kept by nobody", async () => {
  expect((await ask("/o/nord", { cookie: SESSION })).headers["cache-control"]).toBe("private, no-store");
  expect((await ask("/login")).headers).not.toHaveProperty("cache-control");
});

test("the organization that was looked at is remembered, once it was shown", async () => {
  const cookies = async (path: string, headers = {}, method = "GET") =>
    (await ask(path, { cookie: SESSION, origin: SETTINGS.baseUrl, ...headers }, method)).headers[
      "set-cookie"
    ];
  const remembered = [
    expect.stringMatching(/^kontor-last-organization=nord; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/),
  ];
  expect(await cookies("/o/nord")).toEqual(remembered);
  expect(await cookies("/o/nord/users?page=2")).toEqual(remembered);
  expect(await cookies("/o/~/users")).toBeUndefined();
  expect(await cookies("/o/missing")).toBeUndefined();
  expect(await cookies("/o/NORD%0d%0aSet-Cookie:x")).toBeUndefined();
  expect(await cookies("/o/nord", { cookie: "" })).toBeUndefined();
  expect(
    await cookies("/o/nord", { cookie: `a=b; kontor-last-organization=nord; ${SESSION}` }),
  ).toBeUndefined();
  expect(await cookies("/o/nord", { "next-router-prefetch": "1" })).toBeUndefined();
  expect(await cookies("/o/nord", {}, "POST")).toBeUndefined();
});

const noticeFor = (to: string) => `kontor-notice=${encodeURIComponent(`removed.3.${to}`)}`;

test("a notice is taken back with the page that says it, and with no other", async () => {
  const answer = async (path: string, headers = {}, method = "GET") =>
    (await ask(path, { cookie: noticeFor("/o/nord/users"), origin: SETTINGS.baseUrl, ...headers }, method))
      .headers["set-cookie"];
  const forgotten = ["kontor-notice=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"];
  expect(await answer("/o/nord/users?q=x&_rsc=1")).toEqual(forgotten);
  expect(await answer("/o/nord")).toBeUndefined();
  expect(await answer("/o/nord/users", { "next-router-prefetch": "1" })).toBeUndefined();
  expect(await answer("/o/nord/users", {}, "POST")).toBeUndefined();
  expect(await answer("/o/nord/users", { cookie: "kontor-notice=%zz" })).toBeUndefined();
  expect(await answer("/missing", { cookie: noticeFor("/missing") })).toBeUndefined();
});

test("an answer to a form that brings the page along, which has said it, hands no notice to the browser", async () => {
  let said = true;
  const action: Handler = async (_, response) => {
    response.setHeader("Set-Cookie", ["kontor-session=x; Path=/", `${noticeFor("/o/nord")}; Path=/`]);
    if (said) response.setHeader("x-kontor-said", "1");
    response.end();
  };
  server.answerWith(requestHandler(action, SETTINGS));
  const post = async () =>
    (await ask("/o/nord/users", { origin: SETTINGS.baseUrl }, "POST")).headers["set-cookie"];
  expect(await post()).toEqual(["kontor-session=x; Path=/"]);
  said = false;
  expect(await post()).toHaveLength(2);
});

test("the image optimizer is closed, and files named by their content pass", async () => {
  expect((await ask("/_next/image?url=%2Flogo.png&w=64&q=75")).status).toBe(404);
  expect(seen).toEqual([]);
  const file = await ask("/_next/static/chunks/a.js", { cookie: SESSION });
  expect(file).toMatchObject({ status: 200, headers: { "x-content-type-options": "nosniff" } });
  expect(file.headers).not.toHaveProperty("cache-control");
});

test.each(["/o/%E0%A4%A", "/invite/%zz?then=1", "/%", "/o/%C0%AF/users"])(
  "%s, which no text can be made of, is a page that does not exist",
  async (path) => {
    await ask(path, { cookie: SESSION });
    expect(seen.map(({ url, headers }) => [url, headers["x-kontor-path"]])).toEqual([
      ["/_not-found", "/_not-found"],
    ]);
  },
);

test("an address that is well encoded, and whatever stands in its query, is left alone", async () => {
  for (const path of ["/invite/%E2%82%AC", "/login?then=%zz"]) await ask(path);
  expect(seen.map(({ url }) => url)).toEqual(["/invite/%E2%82%AC", "/login?then=%zz"]);
});

test("an answer that fails is a 500 without a word about why", async () => {
  const { status, body } = await ask("/broken");
  expect({ status, body }).toEqual({ status: 500, body: "" });
  expect(failures).toHaveLength(1);
});
