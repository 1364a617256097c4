import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect, unstable_rethrow } from "next/navigation";
import { cache } from "react";
import { pageText } from "@/lib/i18n/page";
import { Denied, InvalidInput, NotFound, NotSignedIn } from "@/lib/kernel/failures";
import { LAST_ORGANIZATION_COOKIE, routes } from "@/lib/kernel/routes";
import { BROWSER_COOKIE } from "@/lib/platform/knownBrowser";
import { addressPrefix } from "@/lib/platform/network";
import { currentRequestId } from "@/lib/platform/requestContext";
import { sessionCookieName } from "@/lib/platform/sessionCookie";
import { asBug } from "./bug";
import type { Caller } from "./caller";
import { enterTogether } from "./entering";
import type { Query } from "./query";

/** What the request in hand says of itself; once per request. */
export const currentCaller = cache(async (): Promise<Omit<Caller, "organization">> => {
  const [jar, head, { locale }] = await Promise.all([cookies(), headers(), pageText()]);
  return {
    sessionToken: jar.get(sessionCookieName())?.value ?? null,
    lastOrganization: jar.get(LAST_ORGANIZATION_COOKIE)?.value,
    locale,
    requestId: currentRequestId() ?? randomUUID(),
    userAgent: head.get("user-agent") ?? "",
    addressPrefix: addressPrefix(head.get("x-kontor-address") ?? ""),
    browserToken: jar.get(BROWSER_COOKIE)?.value ?? null,
  };
});

/**
 * A page's one question. Without a session it leads to sign-in and back; what lies outside the person's
 * organizations is not found; what their role never sees is forbidden.
 */
export async function ask<Result>(
  query: Query<Result>,
  organization: string | null,
  input: unknown,
): Promise<Result> {
  return (await answer(query, organization, JSON.stringify(input))) as Result;
}

/** One for the request: what its page and the frame around it read at the same time, they read together. */
const together = cache(enterTogether);

/** Once per request: a page's title and its content ask the same question. */
const answer = cache(async (query: Query<unknown>, organization: string | null, input: string) => {
  try {
    const caller = { ...(await currentCaller()), organization };
    return await query.execute(caller, JSON.parse(input), together());
  } catch (failure) {
    unstable_rethrow(failure);
    if (failure instanceof NotSignedIn) redirect(routes.login(await currentPath()));
    if (failure instanceof NotFound || failure instanceof InvalidInput) notFound();
    if (failure instanceof Denied) forbidden();
    throw asBug(failure);
  }
});

/** Path and query of the page being rendered, as the server read them from the request line. */
const currentPath = async (): Promise<string> => (await headers()).get("x-kontor-path") ?? "/";
