import { z } from "zod";
import { entersClients, permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";

/** The frame around every page of an organization: who one is here, what there is to see, where else one can go (ORG-5). */
export const shell = query("shell", {
  permission: "organization.view",
  input: z.object({}),
  withSwitcher: true,
  async run({ actor, entered }) {
    const { standing, organization } = actor;
    const places = entered.switcher ?? [];
    return {
      person: { userId: actor.userId, name: actor.name, email: actor.email, isStaff: actor.isStaff },
      organization: { slug: organization.slug, name: organization.name },
      role: standing.as === "member" ? standing.role : null,
      actingFor:
        standing.as === "partner" ? { partner: standing.partnerOrganization, access: standing.access } : null,
      mayInvite: permits(standing, "user.invite"),
      mayManageTeams: permits(standing, "team.manage"),
      sees: {
        products: permits(standing, "product.view"),
        users: permits(standing, "user.view"),
        teams: permits(standing, "team.view"),
        activity: permits(standing, "activity.view"),
        settings: permits(standing, "settings.view"),
      },
      organizations: places
        .filter(([, , via]) => via === "member")
        .map(([slug, name, , role]) => ({ slug, name, role })),
      clients: places
        .filter(([, , via, role]) => via === "partner" && entersClients(role))
        .map(([slug, name]) => ({ slug, name })),
    };
  },
});
