"use server";

import { createOrganization } from "@/lib/domain/organizations/commands/createOrganization";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const createOrganizationAction = action(createOrganization, {
  then: ({ slug }) => routes.overview(slug),
});
