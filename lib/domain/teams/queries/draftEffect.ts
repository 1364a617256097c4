import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { effectsOn } from "@/lib/access/effects";
import type { Holder, TeamHolding } from "@/lib/access/resolution";
import { hasAllRights } from "@/lib/access/roles";
import { draftById } from "@/lib/domain/organizations/draft";
import { Id } from "@/lib/domain/organizations/inputs";
import { linesEach, shownEffect } from "@/lib/domain/products/shownEffects";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { concernedBy } from "../outcomes";

/**
 * All that "Add a user" gives whoever accepts, thing by thing, what everybody inside shares included (TEAM-2, USR-2,
 * USR-14): by the function that decides afterwards, asked with what they will hold. That a role gives every product is
 * said with the role, and not product by product.
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
    const newcomer: Holder = { role: answers.role ?? "EXTERNAL", grants, teams };
    const targets = await concernedBy(reader, organizationId, [newcomer]);
    const told = hasAllRights(newcomer.role) ? targets.filter(({ type }) => type !== "PRODUCT") : targets;
    const gains = effectsOn(null, newcomer, told);
    // Whoever does not see the products reads how much it is, not what.
    const named = permits(actor.standing, "product.view") ? gains.slice(0, linesEach(1)) : [];
    return { gains: gains.length, lines: named.map((effect) => shownEffect(effect, newcomer)) };
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
