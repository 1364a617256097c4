import { z } from "zod";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { holders } from "@/lib/platform/holdings";
import { losableBy, lossOf, MOST_LINES } from "../losses";

/** What one loses oneself by leaving (ORG-8); null for nothing. Everybody may see their own, whatever their role. */
export const myLosses = query("access.my-losses", {
  permission: "organization.leave",
  input: z.object({}),
  async run({ reader, actor }) {
    const { standing, organization } = actor;
    const id = standing.as === "member" ? standing.membershipId : null;
    const holder = id === null ? undefined : (await holders(reader, organization.id, [id])).get(id);
    if (id === null || !holder) throw new NotFound();
    const losable = await losableBy(reader, organization.id, [holder]);
    const loss = lossOf({ id, name: actor.name }, holder, "REMOVED", losable);
    return { loss: loss && { ...loss, losses: loss.losses.slice(0, MOST_LINES) } };
  },
});
