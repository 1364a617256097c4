import { randomBytes } from "node:crypto";

const NONCE_BYTES = 18;
const POOL_BYTES = NONCE_BYTES * 256;
let pool = randomBytes(POOL_BYTES);
let used = 0;

/** A fresh secret word for one page, in base64 without padding. Random bytes are fetched in bulk. */
export function freshNonce(): string {
  if (used === POOL_BYTES) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  const nonce = pool.toString("base64", used, used + NONCE_BYTES);
  used += NONCE_BYTES;
  return nonce;
}

export type Policy = { readonly isHttps: boolean; readonly isDevelopment: boolean };

/** Headers that are the same in every answer. */
export function constantHeaders({ isHttps }: Policy): readonly (readonly [string, string])[] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    // Links that carry a token must not leave with the reader; our own forms still say where they come from.
    ["Referrer-Policy", "same-origin"],
    [
      "Permissions-Policy",
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ...(isHttps ? [["Strict-Transport-Security", "max-age=63072000; includeSubDomains"] as const] : []),
  ];
}

/**
 * Gives the content security policy of one page: only scripts that carry the page's nonce run, and what they load.
 * In development React and the reloading of modules need `eval`, inserted styles and a web socket.
 */
export function contentSecurityPolicy({ isHttps, isDevelopment }: Policy): (nonce: string) => string {
  const after = [
    `'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    // Widths and positions that are computed for one element; rules for others still need a file of ours.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
  return (nonce) => `default-src 'none'; script-src 'nonce-${nonce}' ${after}`;
}
