"use server";

import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { resendInvitations } from "@/lib/domain/organizations/commands/resendInvitations";
import { revokeInvitations } from "@/lib/domain/organizations/commands/revokeInvitations";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";
import { doneCount, failuresInWords, pathAfter } from "@/lib/pipeline/results";

export const removeMembersAction = action(removeMembers, {
  then: ({ items }, form) => pathAfter(items, "removed", form, routes.users),
  done: (t, { items }) =>
    t("users.partly.removed", { count: doneCount(items), failures: failuresInWords(t, items) }),
});

export const resendInvitationsAction = action(resendInvitations, {
  then: ({ items }, form) => pathAfter(items, "resent", form, routes.users),
  done: (t, { items }) =>
    t("users.partly.resent", { count: doneCount(items), failures: failuresInWords(t, items) }),
});

export const revokeInvitationsAction = action(revokeInvitations, {
  then: ({ items }, form) => pathAfter(items, "revoked", form, routes.users),
  done: (t, { items }) =>
    t("users.partly.revoked", { count: doneCount(items), failures: failuresInWords(t, items) }),
});
