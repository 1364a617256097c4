import { format } from "node:util";
import { log } from "@/lib/platform/log";

/** Failures that the pipeline has logged already, on their way to the error page. */
const TOLD = /^(unavailable|unforeseen):/;

const isTold = (value: unknown) =>
  value instanceof Error && "digest" in value && typeof value.digest === "string" && TOLD.test(value.digest);

/** What Next and other packages print becomes lines of the log: JSON, with the request's id, without secrets. */
export function consoleToLog(): void {
  const toLog =
    (level: "info" | "warn" | "error" | "debug") =>
    (...values: unknown[]) => {
      if (!values.some(isTold)) log[level](format(...values).trim());
    };
  Object.assign(console, { log: toLog("info"), info: toLog("info"), debug: toLog("debug") });
  Object.assign(console, { warn: toLog("warn"), error: toLog("error") });
}
