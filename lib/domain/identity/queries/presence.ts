import { z } from "zod";
import { personalQuery } from "@/lib/pipeline/query";

/** Whether somebody is signed in on this browser: then there is nothing to do on the pages of the doorstep. */
export const presence = personalQuery("session.present", {
  permission: "session.open",
  input: z.object({}),
  run: async ({ person }) => ({ signedIn: person !== null }),
});
