import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { membersById } from "@/lib/domain/organizations/facts";
import { heldBy } from "@/lib/domain/organizations/held";
import { Id, MOST_AT_ONCE } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { AFTERWARDS, type Outcome, outcomesOf } from "../outcomes";

/**
 * Who gains and loses what when these people are removed, or have another role: asked before the change to show it, and
 * answered by the function that decides afterwards.
 */
export const whatIf = query("access.what-if", {
  permission: "user.view",
  input: z.object({ ids: z.array(Id).min(1).max(MOST_AT_ONCE), afterwards: z.array(z.enum(AFTERWARDS)) }),
  async run({ reader, actor }, { ids, afterwards }) {
    const organizationId = actor.organization.id;
    const members = await membersById(reader, organizationId, ids);
    if (members.length === 0) throw new NotFound();
    const held = await heldBy(reader, organizationId, members);
    const cases = await outcomesOf(reader, organizationId, [...held.values()], afterwards);
    return {
      /** Says of each what they have now, by id: a form about them sends it back. */
      seals: Object.fromEntries([...held].map(([id, { seal }]) => [id, seal])),
      cases: permits(actor.standing, "product.view") ? cases : cases.map(counted),
    };
  },
});

/** For those who do not see the products: how much it is, not what. */
const counted = ({ people, ...outcome }: Outcome): Outcome => ({
  ...outcome,
  people: people.map((person) => ({ ...person, effects: [] })),
});
