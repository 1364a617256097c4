import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { query } from "@/lib/pipeline/query";

/** The organization's coordinates: administrators read, legal representatives edit (ORG-11). */
export const settings = query("settings", {
  permission: "settings.view",
  input: z.object({}),
  async run({ actor }) {
    return { coordinates: actor.organizationRow, mayEdit: permits(actor.standing, "settings.edit") };
  },
});
