import { createHash, randomBytes } from "node:crypto";

/** A new secret of 256 bits, as it stands in links and cookies: 43 characters of base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** SHA-256 of a token: what is stored instead of it. */
export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());

/** The same as 64 hexadecimal digits. */
export const hashTokenHex = (token: string): string => createHash("sha256").update(token).digest("hex");
