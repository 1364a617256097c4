import { randomUUID } from "node:crypto";
import type { Name } from "@/prisma/cast";
import { insertGrant, insertTeam } from "@/prisma/stage";
import { of, type Sample, type Samples, type Stage } from "./sample";

/** Work teams. */
export const teamSamples: Samples = {
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
    { what: "teams of a client", as: "sofia", path: of(({ atelier }) => `/o/${atelier.slug}/teams`) },
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
    ofTeam("a client's team, with access", "", "sofia"),
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
    {
      what: "a client's teams for somebody",
      as: "sofia",
      path: async (stage) => {
        await team(stage);
        const { slug, members } = stage.world.organizations.atelier;
        return `/o/${slug}/users/${members.marco}/teams`;
      },
    },
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

function ofTeam(what: string, rest: string | ((stage: Stage) => string), as: Name = "claire"): Sample {
  return {
    what,
    as,
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
