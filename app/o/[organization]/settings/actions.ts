"use server";

import { editCoordinates } from "@/lib/domain/organizations/commands/editCoordinates";
import { action } from "@/lib/pipeline/action";

export const editCoordinatesAction = action(editCoordinates, {
  done: (t) => t("organizations.settings.saved"),
});
