"use server";

import { leaveOrganization } from "@/lib/domain/organizations/commands/leaveOrganization";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const leaveOrganizationAction = action(leaveOrganization, {
  then: () => routes.after(routes.accountOrganizations(), "left"),
});
