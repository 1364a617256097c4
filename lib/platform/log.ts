import { type Logger, pino } from "pino";
import { env } from "./env";
import { currentRequestId } from "./requestContext";

/** Names of properties that are never written, at the top of an entry or up to two objects deep. */
const SECRETS = [
  "password",
  "newPassword",
  "currentPassword",
  "_password",
  "token",
  "tokenHash",
  "secret",
  "totpCode",
  "recoveryCode",
  "cookie",
  "cookies",
  "authorization",
  "smtpUrl",
  "databaseUrl",
  "databaseAppUrl",
];
const paths = SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);
const HIDDEN = "[hidden]";

/** Passwords in connection strings and tokens in links hide in messages, paths and stacks, where no name reaches. */
function withoutSecrets(text: string): string {
  return text
    .replace(/(\b[a-z]+:\/\/[^\s:/@]*:)[^\s@/]+@/gi, `$1${HIDDEN}@`)
    .replace(/(\/(?:invite|reset-password)\/|[?&](?:token|ticket)=)[\w.~-]{8,}/gi, `$1${HIDDEN}`);
}

/** What is told of a failure. Never its other properties: errors of packages carry connections, queries and rows. */
function tellError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack = "", cause } = error;
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return { type: name, message, stack, ...code, ...(cause ? { cause: tellError(cause) } : {}) };
}

let logger: Logger | undefined;

/** The process's log: one JSON object a line on standard output, with the request's id and without secrets. */
export function createLog(destination?: { write(line: string): void }, level = env().logLevel): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: tellError },
    redact: { paths, censor: HIDDEN },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
    hooks: { streamWrite: withoutSecrets },
  };
  return destination ? pino(options, destination) : pino(options);
}

// Made at the first line written, so that importing this file reads no settings.
export const log: Logger = new Proxy({} as Logger, {
  get(_target, property) {
    logger ??= createLog();
    const value: unknown = Reflect.get(logger, property);
    return typeof value === "function" ? value.bind(logger) : value;
  },
});
