import type { IncomingMessage, ServerResponse } from "node:http";
import { NOTICE_COOKIE, type Notice, readNotice, SAID_HEADER } from "@/lib/kernel/notices";
import { isFetchedAhead, whenAnswered } from "./answer";

const COOKIE = new RegExp(`(?:^|; )${NOTICE_COOKIE}=([^;]*)`);
const FORGET = `${NOTICE_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

/** What the page is to say; it is taken back with the page that says it, so that it is said once. */
export function sayNoticeOnce(request: IncomingMessage, response: ServerResponse): Notice | null {
  if (request.method === "POST") keepWhatWasSaid(response);
  if (request.method !== "GET" || isFetchedAhead(request)) return null;
  const value = COOKIE.exec(request.headers.cookie ?? "")?.[1];
  const notice = value === undefined ? null : readNotice(decoded(value), request.url ?? "");
  if (!notice) return null;
  whenAnswered(response, (status) => {
    if (status !== 200) return;
    response.setHeader(SAID_HEADER, "1");
    response.appendHeader("Set-Cookie", FORGET);
  });
  return notice;
}

/** An answer that brings the page along, which has said it already, does not hand its notice to the browser. */
function keepWhatWasSaid(response: ServerResponse): void {
  whenAnswered(response, () => {
    if (!response.hasHeader(SAID_HEADER)) return;
    const lines = [response.getHeader("Set-Cookie") ?? []].flat().map(String);
    const others = lines.filter((line) => !line.startsWith(`${NOTICE_COOKIE}=`));
    response.removeHeader("Set-Cookie");
    if (others.length > 0) response.setHeader("Set-Cookie", others);
  });
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
