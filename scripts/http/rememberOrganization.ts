import type { IncomingMessage, ServerResponse } from "node:http";
import { LAST_ORGANIZATION_COOKIE } from "@/lib/kernel/routes";
import { isFetchedAhead, whenAnswered } from "./answer";

const YEAR = 31_536_000;
const ORGANIZATION_PAGE = /^\/o\/([a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?)(?=[/?]|$)/;

/** The organization whose page an address names; undefined for other pages, and for `~`, which stands for the last one. */
function organizationOf(url: string): string | undefined {
  return url.startsWith("/o/") ? ORGANIZATION_PAGE.exec(url)?.[1] : undefined;
}

/**
 * Lets the browser remember the organization that its person is looking at, once the page has been given to them:
 * not when it was refused, and not when it was only fetched ahead.
 */
export function rememberOrganization(
  request: IncomingMessage,
  response: ServerResponse,
  isHttps: boolean,
): void {
  const slug = request.method === "GET" ? organizationOf(request.url ?? "") : undefined;
  if (!slug) return;
  if (isFetchedAhead(request)) return;
  const cookie = `${LAST_ORGANIZATION_COOKIE}=${slug}`;
  if (request.headers.cookie?.split("; ").includes(cookie)) return;
  whenAnswered(response, (status) => {
    if (status !== 200) return;
    const attributes = `Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;
    response.appendHeader("Set-Cookie", `${cookie}; ${attributes}`);
  });
}
