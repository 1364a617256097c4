import type { Insider, Standing } from "@/lib/access/actor";
import { permits } from "@/lib/access/authorize";
import type { Permission } from "@/lib/access/permissions";
import { Refused } from "@/lib/kernel/failures";
import { isUuid } from "@/lib/kernel/ids";
import type { Reader } from "@/lib/platform/database";
import { RESOURCES, type Team, teamById } from "./facts";

/*
 * Teams are managed by partners with limited access too, who give nothing that they do not hold (TEAM-6, PART-4). Where a
 * team reaches anything, joining it gives access and leaving it takes some: that asks for `access.give` as well.
 */

const reachesAnything = ({ resources }: Pick<Team, "resources">): boolean => resources > 0;

/** Whoever acts or looks, and what asks the table whether they may. */
export type Acting = { actor: Insider; demand(permission: Permission): void };

/**
 * The team whose people are to change, or that is to end. Whoever was shown it (`version`) while it reached nothing is
 * refused like over any other effect than the one shown: the page then says what speaks against it.
 */
export async function teamToChange(
  reader: Reader,
  { actor, demand }: Acting,
  id: string,
  version?: number,
): Promise<Team> {
  const team = await teamById(reader, actor.organization.id, id);
  const isStale = version !== undefined && version !== team.version;
  if (isStale && !mayChange(actor.standing, team)) throw new Refused(["effect_changed"]);
  if (reachesAnything(team)) demand("access.give");
  return team;
}

/** The same as an answer, for pages that offer only what will be let in. */
export const mayChange = (standing: Standing, team: Pick<Team, "resources">): boolean =>
  permits(standing, "team.manage") && (permits(standing, "access.give") || !reachesAnything(team));

/** Throws a refusal unless somebody invited can be led into all of these teams, now. */
export async function ensureCanBeJoined(
  reader: Reader,
  { actor, demand }: Acting,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  demand("team.manage");
  const living = await reader.rows<Pick<Team, "resources">>(
    `SELECT ${RESOURCES} AS "resources" FROM "Team" t
     WHERE t."organizationId" = $1::uuid AND t."endedAt" IS NULL AND t."id" = ANY ($2::uuid[])`,
    actor.organization.id,
    ids.filter(isUuid),
  );
  if (living.length < new Set(ids).size) throw new Refused(["chosen_team_is_gone"]);
  if (living.some(reachesAnything)) demand("access.give");
}
