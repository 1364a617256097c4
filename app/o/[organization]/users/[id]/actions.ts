"use server";

import { changePreferences } from "@/lib/domain/organizations/commands/changePreferences";
import { changeRole } from "@/lib/domain/organizations/commands/changeRole";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";
import { pathAfter } from "@/lib/pipeline/results";

// Whoever changes their own role may no longer see the users: the overview is everybody's.
export const changeRoleAction = action(changeRole, {
  then: ({ id, isSelf }, { organization }) =>
    routes.after(
      isSelf ? routes.overview(organization ?? "~") : routes.user(organization ?? "~", id),
      "changed",
    ),
});

export const savePreferencesAction = action(changePreferences, {
  done: (t) => t("users.preferences.saved"),
});

export const removeMemberAction = action(removeMembers, {
  then: ({ items }, form) => pathAfter(items, "removed", form, routes.users),
});

export const replaceLegalRepresentativeAction = action(replaceLegalRepresentative, {
  then: ({ steppedOut }, { organization }) =>
    steppedOut
      ? routes.after(routes.accountOrganizations(), "left")
      : routes.after(routes.overview(organization ?? "~"), "replaced"),
});
