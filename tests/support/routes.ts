import { randomUUID } from "node:crypto";
import type { Notice } from "@/lib/kernel/notices";
import { routes } from "@/lib/kernel/routes";
import { hashToken, newToken } from "@/lib/platform/tokens";
import type { Name } from "@/prisma/cast";
import { insertGrant, insertTeam, type Sql, type World } from "@/prisma/stage";
import { sources } from "./sources";
import { openInvitation } from "./steps";

type Stage = { world: World; sql: Sql };

/** One look at a route: as whom, and at which address. `status` where it is not 200. */
export type Sample = {
  what: string;
  as?: Name;
  status?: number;
  path: string | ((stage: Stage) => string | Promise<string>);
  /** What an action that led there has to say. */
  says?: Notice;
};

/** The address of every page file, as Next makes it: without groups. */
export const routesOfTheProduct = (): string[] =>
  sources(["app"], /\/page\.tsx$/)
    .map(
      ({ path }) =>
        path
          .replace(/^app/, "")
          .replace(/\/page\.tsx$/, "")
          .replace(/\/\([^)]+\)/g, "") || "/",
    )
    .sort();

const of = (place: (stage: Stage & World["organizations"]) => string) => (stage: Stage) =>
  place({ ...stage, ...stage.world.organizations });

const product = (key: string, tab?: string) =>
  of(({ atelier }) => routes.product(atelier.slug, atelier.products[key] ?? "", tab));

const inside = (what: string, holder: string, thing: string, query: string): Sample => ({
  what: `a ${what} ${query}`.trim(),
  as: "claire",
  path: of(
    ({ atelier }) =>
      `/o/${atelier.slug}/products/${atelier.products[holder]}/resources/${atelier.resources[thing]}${query}`,
  ),
});

const step = (name: string, answers: object, as: Name = "claire"): Sample => ({
  what: `adding users, ${name}`,
  as,
  path: async ({ world, sql }) => {
    const { id, slug } = world.organizations.atelier;
    return `/o/${slug}/users/new/${name}?draft=${await draft(sql, id, world.people[as], answers)}`;
  },
});

/** At least one address for every route; a page file without any fails the accessibility spec. */
export const samples: Record<string, Sample[]> = {
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
  "/o/~/[[...rest]]": [{ what: "the last organization", as: "claire", path: "/o/~" }],
  "/o/[organization]": [
    {
      what: "overview",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}`),
      says: { word: "replaced", count: 1 },
    },
    { what: "overview of a collaborator", as: "jonas", path: of(({ atelier }) => `/o/${atelier.slug}`) },
    { what: "overview of a client", as: "sofia", path: of(({ atelier }) => `/o/${atelier.slug}`) },
    { what: "an unknown organization", as: "claire", path: "/o/nobody", status: 404 },
  ],
  "/o/[organization]/activity": [
    { what: "no activity yet", as: "claire", path: of(({ atelier }) => `/o/${atelier.slug}/activity`) },
    {
      what: "activity",
      as: "claire",
      path: async ({ world, sql }) => {
        const { id, slug } = world.organizations.atelier;
        await record(sql, id, world.people.claire);
        return `/o/${slug}/activity`;
      },
    },
    {
      what: "activity, none that matches",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/activity?q=nobody`),
    },
    {
      what: "activity, not for this role",
      as: "jonas",
      path: of(({ atelier }) => `/o/${atelier.slug}/activity`),
      status: 403,
    },
  ],
  "/o/[organization]/products": [
    { what: "products", as: "claire", path: of(({ atelier }) => `/o/${atelier.slug}/products`) },
    {
      what: "products, of some kinds",
      as: "sofia",
      path: of(({ lumiere }) => `/o/${lumiere.slug}/products?family=mail&family=domain&q=lumiere`),
    },
    {
      what: "products, none that matches",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products?q=nothing`),
    },
    { what: "no products yet", as: "victor", path: of(({ dumas }) => `/o/${dumas.slug}/products`) },
    {
      what: "products, not for this role",
      as: "jonas",
      path: of(({ atelier }) => `/o/${atelier.slug}/products`),
      status: 403,
    },
  ],
  "/o/[organization]/products/[id]": [
    { what: "a suite", as: "claire", path: product("suite") },
    { what: "a part of a suite", as: "marco", path: product("mail") },
    { what: "a hosting, for whoever manages it", as: "jonas", path: product("website") },
    {
      what: "a product that one does not reach",
      as: "iris",
      path: product("newsletter"),
      status: 403,
    },
    { what: "renewal of a product", as: "claire", path: product("website", "renewal") },
    { what: "invoices of a product", as: "claire", path: product("website", "invoices") },
    { what: "history of a product, none yet", as: "claire", path: product("website", "history") },
    {
      what: "an unknown product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/nobody`),
      status: 404,
    },
  ],
  "/o/[organization]/settings": [
    { what: "settings", as: "claire", path: of(({ atelier }) => `/o/${atelier.slug}/settings`) },
    { what: "settings, to read", as: "marco", path: of(({ atelier }) => `/o/${atelier.slug}/settings`) },
  ],
  "/o/[organization]/teams": [
    {
      what: "teams",
      as: "claire",
      path: async (stage) => (await team(stage)).replace(/\/[^/]+$/, ""),
      says: { word: "team-ended", count: 1 },
    },
    {
      what: "teams, none that matches",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/teams?q=nobody`),
    },
    {
      what: "teams, not for this role",
      as: "jonas",
      path: of(({ atelier }) => `/o/${atelier.slug}/teams`),
      status: 403,
    },
  ],
  "/o/[organization]/teams/new/[step]": [
    {
      what: "a new team",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/teams/new/name`),
    },
    teamStep("access"),
    teamStep("access", "&confirm=choose&id=web-hosting"),
    teamStep("members"),
    teamStep("members", "&confirm=choose&all=1"),
    teamStep("leaders"),
    teamStep("check"),
  ],
  "/o/[organization]/teams/[id]": [
    ofTeam("a team", ""),
    ofTeam("a team, its access", "?tab=access"),
    ofTeam("a team, its settings", "?tab=settings"),
    ofTeam("a team, to be deleted", "?tab=settings&confirm=end"),
    ofTeam("a team, removing somebody", (stage) => `?confirm=remove&id=${jonas(stage)}`),
    ofTeam("a team, removing nobody who is there", "?confirm=remove"),
    {
      what: "an unknown team",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/teams/nobody`),
      status: 404,
    },
  ],
  "/o/[organization]/teams/[id]/add": [
    ofTeam("adding to a team", "/add"),
    ofTeam("adding somebody to a team", ({ world }) => {
      return `/add?confirm=add&id=${world.organizations.atelier.members.marco}`;
    }),
  ],
  "/o/[organization]/teams/[id]/give": [
    ofTeam("giving access to a team", "/give"),
    ofTeam("rights of a team", "/give?confirm=choose&id=web-hosting&id=ticketing"),
    ofTeam(
      "the effect of a team's rights",
      "/give?confirm=choose&effect=1&id=web-hosting&access=web-hosting~technical",
    ),
  ],
  "/o/[organization]/users/[id]/teams": [
    {
      what: "teams for somebody",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/teams`),
    },
  ],
  "/o/[organization]/users": [
    {
      what: "users, with invitations",
      as: "claire",
      path: async (stage) => {
        await invited(stage, "open@one.example");
        return `/o/${stage.world.organizations.atelier.slug}/users`;
      },
      says: { word: "removed", count: 3 },
    },
    {
      what: "users, none that matches",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users?q=nobody&role=EXTERNAL&state=active`),
    },
    {
      what: "users, removing several",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users?confirm=remove&all=1`),
    },
    {
      what: "users, no invitation",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users?show=invitations`),
    },
  ],
  "/o/[organization]/users/[id]": [
    {
      what: "a user",
      as: "marco",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}`),
    },
    {
      what: "oneself, the only legal representative",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.claire}`),
    },
    {
      what: "an unknown user",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/nobody`),
      status: 404,
    },
  ],
  "/o/[organization]/users/[id]/role": [
    {
      what: "changing a role",
      as: "marco",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/role`),
    },
    {
      what: "the role of the only legal representative",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.claire}/role`),
    },
  ],
  "/o/[organization]/users/[id]/remove": [
    {
      what: "removing a user",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/remove`),
    },
  ],
  "/o/[organization]/users/[id]/replace": [
    "",
    "?successor={marco}",
    "?successor={marco}&becomes=EXTERNAL",
  ].map((query, index) => ({
    what: `replacing a legal representative, step ${index + 1}`,
    as: "claire" as const,
    path: of(
      ({ atelier }) =>
        `/o/${atelier.slug}/users/${atelier.members.claire}/replace${query.replace("{marco}", atelier.members.marco ?? "")}`,
    ),
  })),
  "/o/[organization]/users/[id]/access": [
    {
      what: "what a user reaches",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/access`),
      says: { word: "access-given", count: 1 },
    },
    {
      what: "what a user was given",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/access?show=given`),
    },
    {
      what: "giving a user access, choosing what",
      as: "marco",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/access?give=1&who=a`),
    },
    {
      what: "giving a user access to all of a kind",
      as: "marco",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.iris}/access?give=1&on=kind:web-hosting&rights=statistics`,
      ),
    },
  ],
  "/o/[organization]/users/[id]/access/[object]": [
    {
      what: "why somebody reaches a folder",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.jonas}/access/${atelier.resources.plans}`,
      ),
    },
    {
      what: "why somebody reaches a mailbox",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.nadia}/access/${atelier.resources.projectsBox}`,
      ),
    },
    {
      what: "why somebody reaches a product",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.marco}/access/${atelier.products.website}`,
      ),
    },
    {
      what: "why somebody does not reach a product",
      as: "claire",
      path: of(
        ({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.iris}/access/${atelier.products.domain}`,
      ),
    },
  ],
  "/o/[organization]/products/[id]/access": [
    {
      what: "who can reach a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.drive}/access`),
      says: { word: "access-changed", count: 1 },
    },
    {
      what: "what was given on a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.website}/access?show=given`),
    },
    {
      what: "giving access to a product, choosing whom",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.website}/access?give=1`),
    },
    {
      what: "giving access to a product, choosing rights",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/products/${atelier.products.website}/access?give=1&holder=member:${atelier.members.iris}`,
      ),
    },
    {
      what: "giving access to a product, not possible",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/products/${atelier.products.website}/access?give=1&holder=member:${atelier.members.marco}`,
      ),
    },
  ],
  "/o/[organization]/products/[id]/resources": [
    {
      what: "what is inside a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.mail}/resources`),
      says: { word: "resource-created", count: 1 },
    },
    {
      what: "nothing inside a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.website}/resources`),
    },
    {
      what: "a new calendar",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.suite}/resources?create=1`),
    },
  ],
  "/o/[organization]/products/[id]/resources/[resource]": [
    ...["", "?show=given", "?rename=1", "?end=1"].map((query) => inside("folder", "drive", "plans", query)),
    ...["", "?share=1", "?share=1&to=none", "?share=1&to=read"].map((query) =>
      inside("calendar", "suite", "holidays", query),
    ),
  ],
  "/o/[organization]/users/new/[step]": [
    {
      what: "adding users",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/new/addresses`),
    },
    step("preview", {}),
    step("place", {}),
    step("role", { inside: true }, "marco"),
    step("preferences", { inside: true, role: "LEGAL_REPRESENTATIVE" }),
    step("products", { inside: true, role: "COLLABORATOR" }),
    step("teams", { inside: true, role: "COLLABORATOR" }),
    step("review", { inside: true, role: "COLLABORATOR" }),
    step("done", { inside: true, role: "COLLABORATOR", sent: ["one@wizard.example"] }),
  ],
};

/** A team of its own for every look, with somebody in it and something that it reaches. */
async function team({ world, sql }: Stage): Promise<string> {
  const { id: organizationId, slug, members } = world.organizations.atelier;
  const name = `Team ${randomUUID().slice(0, 8)}`;
  const { jonas = "", iris = "" } = members;
  const id = await insertTeam(sql, { organizationId, name, colour: "TEAL", members: [jonas, iris] });
  const [product] = await sql<{ id: string }>(
    `SELECT "id" FROM "Subscription" WHERE "organizationId" = $1 AND "partOfId" IS NULL AND "endedAt" IS NULL LIMIT 1`,
    [organizationId],
  );
  if (product)
    await insertGrant(sql, {
      organizationId,
      by: { userId: world.people.claire, name: "Claire Fontaine" },
      to: { teamId: id },
      on: { subscriptionId: product.id },
      rights: 1,
    });
  return `/o/${slug}/teams/${id}`;
}

function ofTeam(what: string, rest: string | ((stage: Stage) => string)): Sample {
  return {
    what,
    as: "claire",
    path: async (stage) => (await team(stage)) + (typeof rest === "string" ? rest : rest(stage)),
  };
}

const jonas = ({ world }: Stage) => world.organizations.atelier.members.jonas ?? "";

function teamStep(name: string, more = ""): Sample {
  return {
    what: `a new team, ${name}${more && ", choosing"}`,
    as: "claire",
    path: async (stage) => {
      const { world, sql } = stage;
      const { id: organizationId, slug } = world.organizations.atelier;
      const id = randomUUID();
      const answers = {
        name: `Team ${id.slice(0, 8)}`,
        colour: "PINK",
        description: "Everything with pictures",
        access: [{ on: "web-hosting", rights: 3 }],
        members: [jonas(stage)],
        made: null,
      };
      await sql(
        `INSERT INTO "TeamDraft" ("id", "organizationId", "userId", "answers", "updatedAt") VALUES ($1, $2, $3, $4, now())`,
        [id, organizationId, world.people.claire, JSON.stringify(answers)],
      );
      return `/o/${slug}/teams/new/${name}?draft=${id}${more}`;
    },
  };
}

const invited = ({ world, sql }: Stage, email: string) =>
  openInvitation(sql, { ...world.organizations.atelier, by: world.people.claire, email });

async function resetLink(sql: Sql, userId: string) {
  const token = newToken();
  await sql(
    `INSERT INTO "PasswordReset" ("tokenHash", "userId", "expiresAt") VALUES ($1, $2, now() + interval '30 minutes')`,
    [Buffer.from(hashToken(token)), userId],
  );
  return `/reset-password/${token}`;
}

async function draft(sql: Sql, organizationId: string, userId: string, answers: object) {
  const id = randomUUID();
  const rows = [
    { line: 1, text: "one@wizard.example", email: "one@wizard.example", problem: null },
    { line: 2, text: "no address", email: null, problem: "malformed" },
  ];
  const others = { role: null, inside: null, billingRight: false, remindersByEmail: true };
  const all = { rows, ...others, remindersBySms: false, productEventsByEmail: true, sent: null, ...answers };
  await sql(
    `INSERT INTO "InvitationDraft" ("id", "organizationId", "userId", "answers", "updatedAt") VALUES ($1, $2, $3, $4, now())`,
    [id, organizationId, userId, JSON.stringify(all)],
  );
  return id;
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

const record = (sql: Sql, organizationId: string, by: string) =>
  sql(
    `INSERT INTO "AuditEntry" ("id", "organizationId", "action", "actorUserId", "actorName", "onBehalfOfName", "subjectType", "subjectId", "subjectName", "before", "after", "requestId")
     VALUES (gen_random_uuid(), $1, 'member.changed', $2::uuid, 'Claire Fontaine', 'Agence Boréale', 'member', $3, 'Jonas Weber', '{"role":"COLLABORATOR"}', '{"role":"EXTERNAL"}', 'staged')`,
    [organizationId, by, by],
  );
