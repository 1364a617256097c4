"use server";

import { draftAddresses } from "@/lib/domain/organizations/commands/draftAddresses";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { draftProducts } from "@/lib/domain/teams/commands/draftProducts";
import { draftTeams } from "@/lib/domain/teams/commands/draftTeams";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

// The wizard itself knows which step comes next: several addresses are previewed, an external has no role to choose, and a
// step with nothing to choose leads on to the one after it.
export const draftAddressesAction = action(draftAddresses, {
  then: ({ draft, rows }, { organization }) =>
    routes.addUser(organization ?? "~", rows > 1 ? "preview" : "place", draft),
});

export const draftPlaceAction = action(draftChoices, {
  then: ({ draft, external }, { organization }) =>
    routes.addUser(organization ?? "~", external ? "preferences" : "role", draft),
});

export const draftRoleAction = action(draftChoices, {
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "preferences", draft),
});

export const draftPreferencesAction = action(draftChoices, {
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "products", draft),
});

export const draftProductsAction = action(draftProducts, {
  // A search or another page keeps what is chosen on this one, and stays in the step.
  then: ({ draft }, { organization, values }) => {
    const [to, q] = [[values.to].flat()[0], [values.q].flat()[0]];
    return to
      ? routes.addUser(organization ?? "~", "products", draft, { q: q || undefined, page: to })
      : routes.addUser(organization ?? "~", "teams", draft);
  },
});

export const draftTeamsAction = action(draftTeams, {
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "review", draft),
});

export const inviteUsersAction = action(inviteUsers, {
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "done", draft),
});
