import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { membersById } from "@/lib/domain/organizations/facts";
import { heldBy } from "@/lib/domain/organizations/held";
import { Id, MOST_AT_ONCE } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { AFTERWARDS, losableBy, lossOf, MOST_LINES, type PersonLoss } from "../losses";

/**
 * Who loses what when these people are removed, or have another role: asked before the change to show it, and answered
 * by the function that decides afterwards. A suite stands for its parts.
 */
export const whatIf = query("access.what-if", {
  permission: "user.view",
  input: z.object({ ids: z.array(Id).min(1).max(MOST_AT_ONCE), afterwards: z.array(z.enum(AFTERWARDS)) }),
  async run({ reader, actor }, { ids, afterwards }) {
    const organizationId = actor.organization.id;
    const members = await membersById(reader, organizationId, ids);
    if (members.length === 0) throw new NotFound();
    const held = await heldBy(reader, organizationId, members);
    const holders = [...held.values()].map(({ holder }) => holder);
    const losable = await losableBy(reader, organizationId, holders);
    const seesProducts = permits(actor.standing, "product.view");
    const most = Math.max(3, Math.floor(MOST_LINES / members.length));
    return {
      /** Says of each what they have now, by id: a form about them sends it back. */
      seals: Object.fromEntries([...held].map(([id, { seal }]) => [id, seal])),
      cases: afterwards.map((after) => ({
        after,
        people: members.flatMap((member): PersonLoss[] => {
          const before = held.get(member.id)?.holder;
          const loss = before && lossOf(member, before, after, losable);
          if (!loss) return [];
          return [
            seesProducts
              ? { ...loss, losses: loss.losses.slice(0, most) }
              : { ...loss, losses: [], teams: [] },
          ];
        }),
      })),
    };
  },
});

/** What a page shows of it. */
export type WhatIf = Awaited<ReturnType<typeof whatIf.execute>>;
