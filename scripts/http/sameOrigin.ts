import type { IncomingHttpHeaders } from "node:http";

const originOf = (address: string): URL | undefined => {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Whether a request that changes something was made by a page of ours: by its Origin, else by where it was sent
 * from, else by what the browser says of itself. A request that says nothing of the kind is none of ours.
 * Ours are the configured address, and the very host that was asked (a console reached by another name).
 */
export function isSameOrigin(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const claimed = headers.origin ?? headers.referer;
  if (claimed === undefined) return headers["sec-fetch-site"] === "same-origin";
  const origin = originOf(claimed);
  if (!origin) return false;
  const base = new URL(baseUrl);
  // Of the configured host only the configured scheme: its http page is not its https page.
  if (origin.host === base.host) return origin.protocol === base.protocol;
  return origin.host === originOf(`${origin.protocol}//${headers.host}`)?.host;
}
