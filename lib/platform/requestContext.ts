import { AsyncLocalStorage } from "node:async_hooks";
import type { Notice } from "@/lib/kernel/notices";

/** What the server knows about the request in hand, wherever in the code it is asked for. */
export type RequestContext = {
  readonly requestId: string;
  /** What the action that led to this page has to say here; null on every other visit. */
  readonly notice?: Notice | null;
};

// On globalThis because the HTTP server and Next's bundles are separate copies of this module in one process.
const KEY = Symbol.for("kontor.requestContext");
type Shared = { [KEY]?: AsyncLocalStorage<RequestContext> };
const shared = globalThis as Shared;
shared[KEY] ??= new AsyncLocalStorage<RequestContext>();
const storage = shared[KEY];

/** Runs `work` with `context` readable by everything it calls. */
export function inRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The id of the request in hand, as printed in logs and on error pages; undefined outside a request. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** What the page in hand is to say was just done. */
export function currentNotice(): Notice | null {
  return storage.getStore()?.notice ?? null;
}
