import { z } from "zod";
import { memberById } from "@/lib/domain/organizations/facts";
import { heldBy } from "@/lib/domain/organizations/held";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { outcomesOf } from "../outcomes";

/** What one loses oneself by leaving (ORG-8); null for nothing. Everybody may see their own, whatever their role. */
export const myLosses = query("access.my-losses", {
  permission: "organization.leave",
  input: z.object({}),
  async run({ reader, actor }) {
    const { standing, organization } = actor;
    if (standing.as !== "member") throw new NotFound();
    const member = await memberById(reader, organization.id, standing.membershipId);
    const held = (await heldBy(reader, organization.id, [member])).get(member.id);
    if (!held) throw new NotFound();
    const [outcome] = await outcomesOf(reader, organization.id, [held], ["REMOVED"]);
    return { seal: held.seal, loss: outcome?.people[0] ?? null };
  },
});
