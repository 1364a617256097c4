import { expect, test } from "vitest";
import { appRolePassword, appRoleUrl } from "@/lib/platform/appRole";
import { readEnv } from "@/lib/platform/env";
import { createLog } from "@/lib/platform/log";
import { inRequest } from "@/lib/platform/requestContext";
import { reachOf } from "@/scripts/launch/launch";

const OWNER = "postgresql://owner:s3cret%2F@db.example:5432/kontor?sslmode=require";

test("nothing needs to be set", () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    baseUrl: "http://localhost:3000",
    isHttps: false,
    webConcurrency: 1,
    trustedProxies: 0,
    dataFolder: ".kontor",
    seed: "demo",
  });
});

test("what is set to nothing counts as not set", () => {
  expect(readEnv({ PORT: "", BASE_URL: "", DATABASE_URL: "", SMTP_URL: "" })).toMatchObject({
    port: 3000,
    seed: "demo",
  });
});

test("the base address is an origin, and follows the port where it is not set", () => {
  expect(readEnv({ BASE_URL: "https://console.example/x/" })).toMatchObject({
    baseUrl: "https://console.example",
    isHttps: true,
  });
  expect(readEnv({ PORT: "8080" }).baseUrl).toBe("http://localhost:8080");
});

test("somebody's own database is not told the demo story unless they ask for it", () => {
  expect(readEnv({ DATABASE_URL: OWNER }).seed).toBe("none");
  expect(readEnv({ DATABASE_URL: OWNER, KONTOR_SEED: "demo" }).seed).toBe("demo");
});

test.each<[string, Record<string, string>, string]>([
  ["the embedded database", {}, "127.0.0.1"],
  ["the embedded database without the demo", { KONTOR_SEED: "none" }, "127.0.0.1"],
  ["a database of one's own", { DATABASE_URL: OWNER }, "::"],
  ["a database of one's own with the demo", { DATABASE_URL: OWNER, KONTOR_SEED: "demo" }, "127.0.0.1"],
  ["whatever was chosen", { HOST: "0.0.0.0" }, "0.0.0.0"],
  ["whatever was chosen, beside a database", { DATABASE_URL: OWNER, HOST: "localhost" }, "localhost"],
])("with %s it listens on the right address", (_, variables, host) => {
  expect(readEnv(variables).host).toBe(host);
});

test("what everybody knows the password of is said to be reached by this machine alone, or is warned of", () => {
  expect(reachOf({ host: "127.0.0.1", seed: "demo" })).toMatch(/^It listens on this machine alone/);
  expect(reachOf({ host: "::1", seed: "none" })).toMatch(/^It listens on this machine alone/);
  expect(reachOf({ host: "::", seed: "none" })).toBe("It listens on every network this machine is on.");
  expect(reachOf({ host: "0.0.0.0", seed: "demo" })).toMatch(/Everybody knows the demo's password/);
  expect(reachOf({ host: "192.0.2.7", seed: "none" })).toBe("It listens on the address 192.0.2.7.");
});

test("the application's address is the owner's with another role, and a password that does not give the owner's away", () => {
  const app = new URL(readEnv({ DATABASE_URL: OWNER }).databaseAppUrl);
  expect(app.username).toBe("kontor_app");
  expect(app.password).toMatch(/^[0-9a-f]{64}$/);
  expect(app.host + app.pathname + app.search).toBe("db.example:5432/kontor?sslmode=require");
  expect(app.password).not.toBe(appRolePassword(OWNER.replace("s3cret", "other")));
  expect(() => appRoleUrl("postgresql://owner@db.example/kontor")).toThrow(/set DATABASE_APP_URL/);
  expect(() => readEnv({}).databaseAppUrl).toThrow(/No database is configured/);
});

test.each([
  ["PORT", "70000"],
  ["TERMS_URL", "javascript:alert(1)"],
  ["HOST", "console.example.com:80"],
  ["DATABASE_URL", "mysql://x/y"],
  ["WEB_CONCURRENCY", "0"],
  ["LOG_LEVEL", "loud"],
  ["KONTOR_SEED", "all"],
])("%s cannot be %s, and is named", (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(
    new RegExp(`^These settings cannot be used:\\n {2}${name}: `),
  );
});

function written(work: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  work(createLog({ write: (line) => lines.push(line) }, "info"));
  return lines.map((line) => JSON.parse(line));
}

test("a line of the log is JSON with the request's id", () => {
  const [line] = written((log) => inRequest({ requestId: "r-1" }, () => log.info("hello")));
  expect(line).toMatchObject({
    level: "info",
    msg: "hello",
    requestId: "r-1",
    time: expect.stringMatching(/^\d{4}-.*Z$/),
  });
});

test("secrets are not written, wherever they hide", () => {
  const secret = "c0rrect-h0rse-battery";
  const error = Object.assign(new Error(`cannot reach postgresql://owner:${secret}@db.example/kontor`), {
    client: { password: secret },
    cause: new Error(`GET /invite/${secret} and /reset-password/${secret}?token=${secret}`),
  });
  const lines = written((log) => {
    log.error({ err: error }, "failed");
    log.warn({ password: secret, input: { token: secret, _password: secret }, caller: { form: { secret } } });
    log.info({ path: `/invite/${secret}` }, `smtp://kontor:${secret}@mail.example`);
  });
  expect(lines).toHaveLength(3);
  expect(JSON.stringify(lines)).not.toContain(secret);
  expect(lines[0]?.err).toMatchObject({
    type: "Error",
    message: expect.stringContaining("db.example/kontor"),
  });
});
