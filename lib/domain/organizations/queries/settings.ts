import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";
import { hasCompleteCoordinates } from "../rules/naming";

/** The organization's coordinates: administrators read, legal representatives edit (ORG-11). */
export const settings = query("settings", {
  permission: "settings.view",
  input: z.object({}),
  async run({ actor }) {
    const row = actor.organizationRow;
    return {
      person: { userId: actor.userId },
      coordinates: row,
      isComplete: hasCompleteCoordinates(row),
      mayEdit: permits(actor.standing, "settings.edit"),
    };
  },
});
