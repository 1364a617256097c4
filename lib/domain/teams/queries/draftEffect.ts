import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { effectsOnPeople } from "@/lib/access/effects";
import type { Holder, TeamHolding } from "@/lib/access/resolution";
import { draftById } from "@/lib/domain/organizations/draft";
import { Id } from "@/lib/domain/organizations/inputs";
import { targetsOf } from "@/lib/domain/products/facts";
import { shownEffects } from "@/lib/domain/products/shownEffects";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";

/**
 * What the products and teams of "Add a user" give whoever accepts, thing by thing (TEAM-2, USR-14): by the function
 * that decides afterwards, asked with what they will hold. What their role gives is not counted again.
 */
export const draftEffect = query("invitation.draft-effect", {
  permission: "user.invite",
  input: z.object({ draft: Id }),
  async run({ reader, actor }, { draft }) {
    const organizationId = actor.organization.id;
    const answers = await draftById(reader, { organizationId, userId: actor.userId }, draft);
    const mayGive = permits(actor.standing, "access.give");
    const grants = mayGive ? answers.grants.map(({ id, rights }) => ({ on: id, rights })) : [];
    const teams = mayGive ? await teamsById(reader, organizationId, answers.teams) : [];
    const on = [grants, ...teams.map((team) => team.grants)].flat().map((grant) => grant.on);
    const targets = await targetsOf(reader, organizationId, on);
    const before: Holder = { role: answers.role ?? "EXTERNAL", grants: [], teams: [] };
    const newcomer = { id: draft, before, after: { ...before, grants, teams } };
    const shown = await shownEffects(effectsOnPeople([newcomer], targets), [newcomer], targets, () =>
      Promise.resolve(new Map()),
    );
    return { gains: shown.people[0]?.gains ?? [], hasChosen: on.length > 0 };
  },
});

const teamsById = (reader: Reader, organizationId: string, ids: readonly string[]): Promise<TeamHolding[]> =>
  reader.rows<TeamHolding>(
    `SELECT t."id", t."name", coalesce(jsonb_agg(jsonb_build_object(
              'on', coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey"), 'rights', g."rights"))
              FILTER (WHERE g."id" IS NOT NULL), '[]') AS "grants"
     FROM "Team" t LEFT JOIN "AccessGrant" g ON g."organizationId" = t."organizationId" AND g."teamId" = t."id"
     WHERE t."organizationId" = $1::uuid AND t."endedAt" IS NULL AND t."id" = ANY ($2::uuid[])
     GROUP BY t."id", t."name"`,
    organizationId,
    ids,
  );
