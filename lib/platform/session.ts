import { randomUUID } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import { addDays } from "@/lib/kernel/dates";
import { now } from "./clock";
import { database, inTransaction, type Transaction } from "./database";
import { env } from "./env";
import { SESSION_IDLE_DAYS } from "./scope";
import { sessionCookieName } from "./sessionCookie";
import { hashToken, hashTokenHex, newToken } from "./tokens";

/** Days after which even a busy session ends. */
const SESSION_DAYS = 30;

/** A cookie to set: what the answer to a sign-in or sign-out carries. */
export type CookieToSet = { name: string; value: string; options: Record<string, unknown> };

/** Where a session comes from; kept in its row. */
export type Origin = { userAgent: string; addressPrefix: string };

// Guards next-auth's own form, which is only ever submitted by this process.
const secret = randomUUID();

// next-auth is CommonJS: bundlers hand over its default export, Node the whole module.
const handler =
  typeof NextAuth === "function" ? NextAuth : (NextAuth as { default: typeof NextAuth }).default;

/**
 * next-auth sets and clears the cookie and knows nothing else: the token is ours, opaque and without claims, and
 * stands hashed in `Session`. Each call builds its own options because they carry the origin of the session.
 */
function options(origin: Origin): AuthOptions {
  return {
    secret,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
    useSecureCookies: env().isHttps,
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: env().isHttps },
      },
    },
    providers: [
      {
        id: "ticket",
        name: "ticket",
        type: "credentials",
        credentials: { ticket: {} },
        // The "user" that next-auth passes on to the cookie is the session itself.
        authorize: async (given) => {
          const token = await redeem(given?.ticket ?? "", origin);
          return token === null ? null : { id: token };
        },
      },
    ],
    jwt: {
      encode: async ({ token }) => String(token?.sub),
      decode: async () => null,
    },
    logger: { error() {}, warn() {}, debug() {} },
  };
}

/**
 * Turns a one-time ticket into a session and returns its token; null when it is unknown, used or older than its minute.
 * One transaction: whoever ends an account's tickets first and its sessions then ends this one too, whenever they come.
 */
function redeem(ticket: string, origin: Origin): Promise<string | null> {
  return inTransaction(async (tx) => {
    const [row] = await tx.signInTicket.updateManyAndReturn({
      where: { tokenHash: hashToken(ticket), purpose: "SESSION", consumedAt: null, expiresAt: { gt: now() } },
      data: { consumedAt: now() },
    });
    return row ? startSession(row.userId, row.assuranceLevel, origin, tx) : null;
  });
}

/** Opens a session row and returns its token. */
export async function startSession(
  userId: string,
  assuranceLevel: number,
  origin: Origin,
  client: Pick<Transaction, "session"> = database(),
): Promise<string> {
  const token = newToken();
  const at = now();
  await client.session.create({
    data: {
      tokenHash: hashToken(token),
      userId,
      assuranceLevel,
      createdAt: at,
      confirmedAt: at,
      lastSeenAt: at,
      idleExpiresAt: addDays(at, SESSION_IDLE_DAYS),
      expiresAt: addDays(at, SESSION_DAYS),
      userAgent: origin.userAgent.slice(0, 300),
      addressPrefix: origin.addressPrefix,
    },
  });
  return token;
}

/** The cookie that a one-time ticket is exchanged for; null when the ticket is not good any more. */
export async function openSession(ticket: string, origin: Origin): Promise<CookieToSet | null> {
  const token = await throughNextAuth(ticket, origin);
  return token === null ? null : sessionCookie(token);
}

/** The cookie that carries a session; with an empty token it forgets one (its row is revoked by a command). */
export const sessionCookie = (token: string): CookieToSet => ({
  name: sessionCookieName(),
  value: token,
  options: {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().isHttps,
    maxAge: token === "" ? 0 : SESSION_DAYS * 24 * 60 * 60,
  },
});

/** Hands the ticket to next-auth as its own sign-in form would, and takes the token out of the cookie it sets. */
async function throughNextAuth(ticket: string, origin: Origin): Promise<string | null> {
  let cookies: string[] = [];
  const answer = {
    status: () => answer,
    getHeader: () => cookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === "set-cookie") cookies = [value].flat();
    },
    json: () => {},
    send: () => {},
    end: () => {},
  };
  const csrf = newToken();
  const csrfCookie = `${env().isHttps ? "__Host-" : ""}next-auth.csrf-token`;
  await handler(
    {
      method: "POST",
      query: { nextauth: ["callback", "ticket"] },
      headers: {},
      cookies: { [csrfCookie]: `${csrf}|${hashTokenHex(`${csrf}${secret}`)}` },
      body: { ticket, csrfToken: csrf, json: "true" },
    } as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
    options(origin),
  );
  const start = `${sessionCookieName()}=`;
  const line = cookies.find((cookie) => cookie.startsWith(start));
  return line?.slice(start.length).split(";")[0] ?? null;
}
