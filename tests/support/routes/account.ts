import { randomUUID } from "node:crypto";
import { hashToken, newToken } from "@/lib/platform/tokens";
import type { Sql } from "@/prisma/stage";
import { invited, of, type Samples } from "./sample";

/** Signing in and up, invitations, the account, and the mail room. */
export const accountSamples: Samples = {
  "/": [{ what: "the bare address", path: "/" }],
  "/login": [
    { what: "sign-in", path: "/login" },
    {
      what: "sign-in, after the password was changed",
      path: "/login",
      says: { word: "password-changed", count: 1 },
    },
  ],
  "/signup": [{ what: "sign-up", path: "/signup" }],
  "/terms": [{ what: "the general terms", path: "/terms" }],
  "/forgot-password": [{ what: "forgotten password", path: "/forgot-password" }],
  "/reset-password/[token]": [
    { what: "new password", path: ({ world, sql }) => resetLink(sql, world.people.claire) },
    { what: "new password, by a dead link", path: "/reset-password/dead" },
  ],
  "/invite/[token]": [
    { what: "an invitation, for a newcomer", path: (stage) => invited(stage, "new@comer.example") },
    {
      what: "an invitation, for whoever has an account",
      path: (stage) => invited(stage, "tomas@boreale.example"),
    },
    {
      what: "an invitation, signed in",
      as: "tomas",
      path: (stage) => invited(stage, "tomas@boreale.example"),
    },
    {
      what: "an invitation, for somebody else",
      as: "victor",
      path: (stage) => invited(stage, "new@comer.example"),
    },
    { what: "a link that leads nowhere", path: "/invite/nowhere", status: 404 },
  ],
  "/invite/[token]/refuse": [
    {
      what: "declining an invitation",
      path: async (stage) => `${await invited(stage, "new@comer.example")}/refuse`,
    },
  ],
  "/account": [{ what: "profile", as: "claire", path: "/account" }],
  "/account/appearance": [{ what: "appearance", as: "claire", path: "/account/appearance" }],
  "/account/language": [
    { what: "language", as: "claire", path: "/account/language", says: { word: "language-saved", count: 1 } },
  ],
  "/account/organizations": [
    {
      what: "one's organizations",
      as: "claire",
      path: "/account/organizations",
      says: { word: "left", count: 1 },
    },
    { what: "one's organizations and clients", as: "sofia", path: "/account/organizations" },
    { what: "no organization at all", as: "olga", path: "/account/organizations" },
  ],
  "/account/organizations/new": [
    { what: "a new organization", as: "claire", path: "/account/organizations/new" },
  ],
  "/account/organizations/leave/[organization]": [
    {
      what: "leaving",
      as: "claire",
      path: of(({ lumiere }) => `/account/organizations/leave/${lumiere.slug}`),
    },
    {
      what: "leaving, not possible yet",
      as: "claire",
      path: of(({ atelier }) => `/account/organizations/leave/${atelier.slug}`),
    },
    { what: "leaving, done already", as: "claire", path: "/account/organizations/leave/nobody" },
  ],
  "/admin/mail": [
    { what: "no mail yet", as: "olga", path: "/admin/mail" },
    {
      what: "sent mail",
      as: "olga",
      path: async ({ sql }) => `/admin/mail?q=${(await mail(sql)) && "Claire"}`,
    },
  ],
  "/admin/mail/[id]": [
    { what: "one mail", as: "olga", path: async ({ sql }) => `/admin/mail/${await mail(sql)}` },
  ],
};

async function resetLink(sql: Sql, userId: string) {
  const token = newToken();
  await sql(
    `INSERT INTO "PasswordReset" ("tokenHash", "userId", "expiresAt") VALUES ($1, $2, now() + interval '30 minutes')`,
    [Buffer.from(hashToken(token)), userId],
  );
  return `/reset-password/${token}`;
}

async function mail(sql: Sql) {
  const id = randomUUID();
  const html = `<!doctype html><html lang="en"><head><title>Join</title></head><body><h1>Join</h1></body></html>`;
  await sql(
    `INSERT INTO "OutboxMail" ("id", "template", "toAddress", "locale", "subject", "text", "html")
     VALUES ($1, 'invitation', 'jonas@atelier-nord.example', 'en', 'Claire invites you', 'Join: http://localhost/', $2)`,
    [id, html],
  );
  return id;
}
