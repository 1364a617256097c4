import type { IncomingMessage, ServerResponse } from "node:http";
import { NOTICE_COOKIE, readNotice, SAID_HEADER } from "@/lib/kernel/notices";
import { isFetchedAhead, whenAnswered } from "./answer";

const COOKIE = new RegExp(`(?:^|; )${NOTICE_COOKIE}=([^;]*)`);
const FORGET = `${NOTICE_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

/** Takes a notice back with the page that says it, so that it is said once. */
export function sayNoticeOnce(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === "POST") keepWhatWasSaid(response);
  if (request.method !== "GET" || isFetchedAhead(request)) return;
  const value = COOKIE.exec(request.headers.cookie ?? "")?.[1];
  if (value === undefined || !readNotice(decoded(value), request.url ?? "")) return;
  whenAnswered(response, (status) => {
    if (status !== 200) return;
    response.setHeader(SAID_HEADER, "1");
    response.appendHeader("Set-Cookie", FORGET);
  });
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
