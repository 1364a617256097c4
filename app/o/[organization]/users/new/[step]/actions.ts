"use server";

import { draftAddresses } from "@/lib/domain/organizations/commands/draftAddresses";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { inviteUsers } from "@/lib/domain/organizations/commands/inviteUsers";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

// The wizard itself knows which step comes next: several addresses are previewed, an external has no role to choose.
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
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "review", draft),
});

export const inviteUsersAction = action(inviteUsers, {
  then: ({ draft }, { organization }) => routes.addUser(organization ?? "~", "done", draft),
});
