"use server";

import { changeMember } from "@/lib/domain/organizations/commands/changeMember";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";
import { pathAfter } from "@/lib/pipeline/results";

// Whoever changes their own role may no longer see the users: the overview is everybody's.
export const changeRoleAction = action(changeMember, {
  then: ({ id, isSelf }, { organization }) =>
    routes.after(
      isSelf ? routes.overview(organization ?? "~") : routes.user(organization ?? "~", id),
      "changed",
    ),
});

export const savePreferencesAction = action(changeMember, {
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
