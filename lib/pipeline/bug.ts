import { log } from "@/lib/platform/log";
import { currentRequestId } from "@/lib/platform/requestContext";

/** What the page says about something unforeseen: nothing but the request's id, and whether waiting helps. */
class Bug extends Error {
  constructor(
    cause: unknown,
    readonly digest: string,
  ) {
    super("unforeseen", { cause });
  }
}

const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|terminat|timeout exceeded|57P0|08\d{3}|P1001|P1017|P2024/i;

/** Logs the failure and returns what to throw instead: its digest reaches the error page and names the log's line. */
export function asBug(failure: unknown): Error {
  const away = UNREACHABLE.test(describe(failure));
  const requestId = currentRequestId() ?? "unknown";
  log.error({ err: failure }, away ? "the database does not answer" : "unforeseen failure");
  return new Bug(failure, `${away ? "unavailable" : "unforeseen"}:${requestId}`);
}

function describe(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const code = "code" in failure ? String(failure.code) : "";
  return `${code} ${failure.message} ${failure.cause ? describe(failure.cause) : ""}`;
}
