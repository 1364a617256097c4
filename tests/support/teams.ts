import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import type { Caller } from "@/lib/pipeline/caller";
import { signedIn } from "./cast";
import { asOwner } from "./database";
import { buildHouse, type House } from "./houses";

/** A house, its administrator, and what they do with its team "Web", as it is shown at that moment. */
export type TeamStage = Awaited<ReturnType<typeof buildTeamStage>>;

export async function buildTeamStage() {
  const house = await buildHouse("nord");
  const administrator = await signedIn(house.people.administrator, house.slug);
  return { house, administrator, ...actsOf(house, administrator) };
}

function actsOf(house: House, administrator: Caller) {
  const team = house.teams.web;
  const shown = async () => {
    const [row] = await asOwner<{ version: number }>(`SELECT "version" FROM "Team" WHERE "id" = $1`, [team]);
    return { team, version: row?.version };
  };
  return {
    set: (on: string[], access: string[], version = 1) =>
      setTeamAccess.execute(administrator, { team, version, on, access }),
    add: async (...id: string[]) => addTeamMembers.execute(administrator, { ...(await shown()), id }),
    remove: async (...id: string[]) => removeTeamMembers.execute(administrator, { ...(await shown()), id }),
    effects: (asked: object) => teamEffects.execute(administrator, { team, ...asked }),
  };
}

/** Ids of a team's members, in the order in which they joined. */
export const membersOf = async (team: string) =>
  (
    await asOwner<{ id: string }>(
      `SELECT "membershipId" AS "id" FROM "TeamMember" WHERE "teamId" = $1 ORDER BY "joinedAt", 1`,
      [team],
    )
  ).map(({ id }) => id);

/** What a team was given, by what it is on. */
export const grantsOf = (team: string) =>
  asOwner<{ on: string; rights: number }>(
    `SELECT coalesce("subscriptionId"::text, "resourceId"::text, "kindKey") AS "on", "rights"
     FROM "AccessGrant" WHERE "teamId" = $1 ORDER BY 1`,
    [team],
  );

/** What was done since the house was built, in order. */
export const entries = () =>
  asOwner(
    `SELECT "action", "subjectName" AS "subject", "before", "after" FROM "AuditEntry" WHERE "requestId" <> 'staged' ORDER BY "id"`,
  );
