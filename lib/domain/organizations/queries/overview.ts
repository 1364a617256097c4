import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";
import { hasCompleteCoordinates } from "../rules/naming";
import { activityPage } from "./activityLog";

/** Lines of the latest activity on the overview. */
const LATEST = 5;

/** The organization at a glance: what is to do first, who is in it, what happened last. */
export const overview = query("overview", {
  permission: "organization.view",
  input: z.object({}),
  async run({ reader, actor }) {
    const row = actor.organizationRow;
    const { standing } = actor;
    const sees = {
      users: permits(standing, "user.view"),
      activity: permits(standing, "activity.view"),
      settings: permits(standing, "settings.view"),
    };
    return {
      organization: actor.organization,
      person: { name: actor.name },
      role: standing.as === "member" ? standing.role : null,
      timeZone: actor.timeZone,
      sees,
      mayInvite: permits(standing, "user.invite"),
      toDo: {
        coordinates: sees.settings && !hasCompleteCoordinates(row),
        onlyOneLegalRepresentative: sees.users && row.legalRepresentatives === 1,
        openInvitations: sees.users ? row.openInvitations : 0,
      },
      counts: { members: row.members, externals: row.externals, invitations: row.openInvitations },
      latest: sees.activity
        ? await activityPage(reader, { organizationId: actor.organization.id }, { offset: 0, limit: LATEST })
        : null,
    };
  },
});
