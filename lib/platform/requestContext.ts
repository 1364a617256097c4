import { AsyncLocalStorage } from "node:async_hooks";

/** What the server knows about the request in hand, wherever in the code it is asked for. */
export type RequestContext = { readonly requestId: string };

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
