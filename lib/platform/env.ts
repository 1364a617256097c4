import { z } from "zod";
import { appRoleUrl } from "./appRole";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must look like postgresql://user:password@host:5432/name",
});

/** Listens on every address of the machine. */
export const ALL_ADDRESSES = "::";

/** Every variable that Kontor reads; all are optional, and the README's table of settings says the same. */
const Variables = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: optional(
    z
      .union([z.ipv4(), z.ipv6(), z.literal("localhost")], {
        error: "must be an address of this machine, such as 127.0.0.1, or :: for all of them",
      })
      .optional(),
  ),
  BASE_URL: optional(
    z.url({ protocol: /^https?$/, error: "must look like https://console.example.com" }).optional(),
  ),
  DATABASE_URL: optional(postgresUrl.optional()),
  DATABASE_APP_URL: optional(postgresUrl.optional()),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@host:587" }).optional(),
  ),
  TERMS_URL: optional(
    z.url({ protocol: /^https?$/, error: "must look like https://www.example.com/terms" }).optional(),
  ),
  MAIL_FROM: optional(z.string().default("Kontor <kontor@localhost>")),
  WEB_CONCURRENCY: optional(z.coerce.number().int().min(1).max(64).default(1)),
  TRUSTED_PROXIES: optional(z.coerce.number().int().min(0).max(10).default(0)),
  LOG_LEVEL: optional(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info")),
  KONTOR_DATA: optional(z.string().default(".kontor")),
  CATALOGUE: optional(z.string().optional()),
  KONTOR_SEED: optional(z.enum(["demo", "none"]).optional()),
});

/** What the settings say, in the words the code uses. */
export type Env = {
  readonly port: number;
  /** The address that is listened on; `::` stands for all of them, whatever their family. */
  readonly host: string;
  /** Origin of every link that leaves the console, without a closing slash. */
  readonly baseUrl: string;
  readonly isHttps: boolean;
  /** The database as the role that owns nothing. Throws when neither database variable is set. */
  readonly databaseAppUrl: string;
  /** The database as its owner: known to migrations and to the worker, never to the web process. */
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Where the provider's general terms stand; without it the console shows terms that are marked as an example. */
  readonly termsUrl: string | undefined;
  readonly webConcurrency: number;
  /** Proxies in front of the web process whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  readonly logLevel: string;
  readonly dataFolder: string;
  /** The file that says what is sold; without it the demo's. */
  readonly catalogue: string | undefined;
  readonly seed: "demo" | "none";
};

/** Settings that cannot be used; the message is written for who set them. */
export class SettingsError extends Error {}

/** Reads settings from `variables`. Throws one error that names every variable that is wrong. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const parsed = Variables.safeParse(variables);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new SettingsError(`These settings cannot be used:\n${lines.join("\n")}`);
  }
  const given = parsed.data;
  const seed = given.KONTOR_SEED ?? (given.DATABASE_URL ? "none" : "demo");
  const baseUrl = new URL(given.BASE_URL ?? `http://localhost:${given.PORT}`).origin;
  return {
    port: given.PORT,
    // Everybody knows the demo's password: what is only being tried out stays on this machine.
    host: given.HOST ?? (given.DATABASE_URL && seed === "none" ? ALL_ADDRESSES : "127.0.0.1"),
    baseUrl,
    isHttps: baseUrl.startsWith("https:"),
    get databaseAppUrl() {
      if (given.DATABASE_APP_URL) return given.DATABASE_APP_URL;
      if (given.DATABASE_URL) return appRoleUrl(given.DATABASE_URL);
      throw new SettingsError("No database is configured: run npm start, or set DATABASE_URL.");
    },
    databaseUrl: given.DATABASE_URL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    termsUrl: given.TERMS_URL,
    webConcurrency: given.WEB_CONCURRENCY,
    trustedProxies: given.TRUSTED_PROXIES,
    logLevel: given.LOG_LEVEL,
    dataFolder: given.KONTOR_DATA,
    catalogue: given.CATALOGUE,
    seed,
  };
}

let settings: Env | undefined;

/** The settings of this process, read at the first call and kept: importing this file never throws. */
export function env(): Env {
  settings ??= readEnv(process.env);
  return settings;
}
