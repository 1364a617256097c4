import { randomUUID } from "node:crypto";
import type { Name } from "@/prisma/cast";
import type { Sql } from "@/prisma/stage";
import { invited, of, type Sample, type Samples } from "./sample";

const step = (name: string, answers: object, as: Name = "claire"): Sample => ({
  what: `adding users, ${name}`,
  as,
  path: async ({ world, sql }) => {
    const { id, slug } = world.organizations.atelier;
    return `/o/${slug}/users/new/${name}?draft=${await draft(sql, id, world.people[as], answers)}`;
  },
});

/** An organization, its users, its activity and its settings. */
export const organizationSamples: Samples = {
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
  "/o/[organization]/settings": [
    { what: "settings", as: "claire", path: of(({ atelier }) => `/o/${atelier.slug}/settings`) },
    { what: "settings, to read", as: "marco", path: of(({ atelier }) => `/o/${atelier.slug}/settings`) },
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
    ["1", ""],
    ["2", "?successor={marco}"],
    ["3", "?successor={marco}&becomes=EXTERNAL"],
    ["1 again", "?successor={marco}&becomes=EXTERNAL&go=successor"],
  ].map(([step, query = ""]) => ({
    what: `replacing a legal representative, step ${step}`,
    as: "claire" as const,
    path: of(
      ({ atelier }) =>
        `/o/${atelier.slug}/users/${atelier.members.claire}/replace${query.replace("{marco}", atelier.members.marco ?? "")}`,
    ),
  })),
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

const record = (sql: Sql, organizationId: string, by: string) =>
  sql(
    `INSERT INTO "AuditEntry" ("id", "organizationId", "action", "actorUserId", "actorName", "onBehalfOfName", "subjectType", "subjectId", "subjectName", "before", "after", "requestId")
     VALUES (gen_random_uuid(), $1, 'member.changed', $2::uuid, 'Claire Fontaine', 'Agence Boréale', 'member', $3, 'Jonas Weber', '{"role":"COLLABORATOR"}', '{"role":"EXTERNAL"}', 'staged')`,
    [organizationId, by, by],
  );
