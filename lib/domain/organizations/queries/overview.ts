import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { hasCompleteCoordinates } from "../rules/naming";
import { activityPage } from "./activityLog";

/** Lines of the latest activity on the overview. */
const LATEST = 5;

/** The organization at a glance: what is to do first, who is in it, what happened last. */
export const overview = query("overview", {
  permission: "organization.view",
  input: z.object({}),
  async run({ reader, actor, now }) {
    const row = actor.organizationRow;
    const { standing } = actor;
    const sees = {
      users: permits(standing, "user.view"),
      activity: permits(standing, "activity.view"),
      products: permits(standing, "product.view"),
      teams: permits(standing, "team.view"),
    };
    const lapsed = row.openInvitations > 0 ? await countLapsed(reader, actor.organization.id, now) : 0;
    const open = row.openInvitations - lapsed;
    return {
      organization: actor.organization,
      person: { name: actor.name },
      role: standing.as === "member" ? standing.role : null,
      timeZone: actor.timeZone,
      sees,
      mayInvite: permits(standing, "user.invite"),
      // Only what this reader may do about it.
      toDo: {
        coordinates: permits(standing, "settings.edit") && !hasCompleteCoordinates(row),
        onlyOneLegalRepresentative:
          permits(standing, "legal-representative.give") && row.legalRepresentatives === 1,
        invitations: sees.users && row.openInvitations > 0 ? { open, lapsed } : null,
      },
      counts: {
        members: row.members,
        externals: row.externals,
        invitations: open,
        ...(sees.products || sees.teams ? await countPossessions(reader, actor.organization.id) : {}),
      },
      latest: sees.activity
        ? await activityPage(reader, { organizationId: actor.organization.id }, { offset: 0, limit: LATEST })
        : null,
    };
  },
});

/** How many products there are, as the list of products counts them, the parts of suites too, and how many teams. */
async function countPossessions(reader: Reader, organizationId: string) {
  const [row] = await reader.rows<{ products: number; teams: number }>(
    `SELECT (SELECT count(*)::int FROM "Subscription"
             WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL) AS "products",
            (SELECT count(*)::int FROM "Team" WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL) AS "teams"`,
    organizationId,
  );
  return row ?? { products: 0, teams: 0 };
}

/** How many invitations nobody answered in time (USR-9). */
async function countLapsed(reader: Reader, organizationId: string, now: Date): Promise<number> {
  const [row] = await reader.rows<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "Invitation"
     WHERE "organizationId" = $1::uuid AND "status" = 'PENDING' AND "expiresAt" <= $2::timestamptz`,
    organizationId,
    now,
  );
  return row?.count ?? 0;
}
