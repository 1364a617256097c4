"use server";

import { draftAddresses } from "@/lib/domain/organizations/commands/draftAddresses";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { draftProducts } from "@/lib/domain/teams/commands/draftProducts";
import { draftTeams } from "@/lib/domain/teams/commands/draftTeams";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { routes } from "@/lib/kernel/routes";
import { stepAfter, type Values } from "@/lib/kernel/steps";
import { action } from "@/lib/pipeline/action";

type Form = { organization: string | null; values: Values };

/**
 * Onwards, or wherever else the step is left for. The wizard itself knows which step comes next: one address needs no
 * preview, an external has no role to choose, and a step with nothing to choose leads on to the one after it.
 */
const after = (here: string, step: string) => ({
  then: ({ draft }: { draft: string }, { organization, values }: Form) => {
    const to = stepAfter(values, here, { step });
    return routes.addUser(organization ?? "~", to.step, draft, to.query);
  },
});

export const draftAddressesAction = action(draftAddresses, after("addresses", "preview"));
export const draftPlaceAction = action(draftChoices, after("place", "role"));
export const draftRoleAction = action(draftChoices, after("role", "preferences"));
export const draftPreferencesAction = action(draftChoices, after("preferences", "products"));
export const draftProductsAction = action(draftProducts, after("products", "teams"));
export const draftTeamsAction = action(draftTeams, after("teams", "review"));

export const inviteUsersAction = action(inviteUsers, {
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "done", draft),
});
