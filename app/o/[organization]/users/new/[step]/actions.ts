"use server";

import { draftAddresses } from "@/lib/domain/organizations/commands/draftAddresses";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { draftProducts } from "@/lib/domain/teams/commands/draftProducts";
import { draftTeams } from "@/lib/domain/teams/commands/draftTeams";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { routes } from "@/lib/kernel/routes";
import { type Place, stepAfter } from "@/lib/kernel/steps";
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

const at = (organization: string | null, draft: string, { step, query }: Place) =>
  routes.addUser(organization ?? "~", step, draft, query);

export const draftPreferencesAction = action(draftChoices, {
  then: ({ draft }, { organization, values }) =>
    at(organization, draft, stepAfter(values, "preferences", { step: "products" })),
});

export const draftProductsAction = action(draftProducts, {
  then: ({ draft }, { organization, values }) =>
    at(organization, draft, stepAfter(values, "products", { step: "teams" })),
});

export const draftTeamsAction = action(draftTeams, {
  then: ({ draft }, { organization, values }) =>
    at(organization, draft, stepAfter(values, "teams", { step: "review" })),
});

export const inviteUsersAction = action(inviteUsers, {
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "done", draft),
});
