import type { ServerResponse } from "node:http";

/** What the compression around an answer adds to it: sends what is packed up to now. */
type Flushable = ServerResponse & { flush?: () => void };

const PATIENCE_MILLISECONDS = 10;

/**
 * Sends a page that is made at once in one piece: Next asks for its head, its body and its data to be sent one by one,
 * and each piece costs a compression and a write of its own. A page that takes longer is still sent as it grows.
 */
export function inOnePiece(response: Flushable): void {
  let flush: (() => void) | undefined;
  let waiting: NodeJS.Timeout | undefined;
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      if (!response.writableEnded) flush?.call(response);
    }, PATIENCE_MILLISECONDS);
  };
  Object.defineProperty(response, "flush", {
    get: () => flush && soon,
    set: (given: () => void) => {
      flush = given;
    },
  });
  // The headers go with the first piece.
  response.flushHeaders = soon;
  response.once("close", () => clearTimeout(waiting));
}
