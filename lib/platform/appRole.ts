import { createHmac } from "node:crypto";

/** The role the application runs as: it owns nothing and cannot bypass row-level security. */
export const APP_ROLE = "kontor_app";

/**
 * The password of the application's role, derived from the owner's so that there is one secret to keep.
 * Throws when the owner's URL carries no password: the derived one could then be guessed by anyone.
 */
export function appRolePassword(ownerUrl: string): string {
  const password = decodeURIComponent(new URL(ownerUrl).password);
  if (password === "") {
    throw new Error(
      "DATABASE_URL carries no password to derive the application's from: set DATABASE_APP_URL as well.",
    );
  }
  return createHmac("sha256", password).update(APP_ROLE).digest("hex");
}

/** The same server and database as `ownerUrl`, signed in as the application's role. */
export function appRoleUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = appRolePassword(ownerUrl);
  url.username = APP_ROLE;
  return url.href;
}
