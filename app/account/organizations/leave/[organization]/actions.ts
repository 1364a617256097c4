"use server";

import { leaveOrganization } from "@/lib/domain/organizations/commands/leaveOrganization";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const leaveOrganizationAction = action(leaveOrganization, {
  then: () => routes.after(routes.accountOrganizations(), "left"),
  // Left in another tab meanwhile: the same page says so.
  gone: ({ organization }) => routes.leaveOrganization(organization ?? "~"),
});
