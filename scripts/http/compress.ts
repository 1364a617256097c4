import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";

/** A window that a page fits in: the usual one takes megabytes for each answer. */
const WINDOW_BITS = 18;

const pack = compression({ brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS } } });

/**
 * Packs what is written to an answer from here on, as far as the browser takes it. Next would do the same, and leave
 * nobody in between to see what is sent.
 */
export const compress = (request: IncomingMessage, response: ServerResponse): void =>
  pack(request, response, () => undefined);
