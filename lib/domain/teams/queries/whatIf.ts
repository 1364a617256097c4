import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { effectsOn, isGain } from "@/lib/access/effects";
import type { ObjectType } from "@/lib/access/families";
import type { Holder } from "@/lib/access/resolution";
import { ROLES } from "@/lib/access/roles";
import { membersById } from "@/lib/domain/organizations/facts";
import { Id, MOST_AT_ONCE } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { holders } from "@/lib/platform/holdings";
import { type Reachable, reachableBy } from "../reached";

/** What may become of somebody: no longer a user, or another role. */
const AFTERWARDS = ["REMOVED", ...ROLES] as const;
export type Afterwards = (typeof AFTERWARDS)[number];

/** Lines that a page tells in all; each person is told a part of them, the rest is counted. */
const MOST_LINES = 400;

/** One thing that somebody has no longer, or less of. `rights` are what goes, `left` is what stays. */
export type Loss = { type: ObjectType; name: string; product: string; rights: number; left: number };

/** What one person loses. `losses` is cut where it is long, and empty for readers who do not see the products. */
export type PersonLoss = { id: string; name: string; count: number; losses: Loss[]; teams: string[] };

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
    const held = await holders(reader, organizationId, ids);
    const targets = (await reachableBy(reader, organizationId, [...held.values()])).flatMap(named);
    const seesProducts = permits(actor.standing, "product.view");
    const most = Math.max(3, Math.floor(MOST_LINES / members.length));
    return {
      cases: afterwards.map((after) => ({
        after,
        people: members.flatMap(({ id, name }): PersonLoss[] => {
          const before = held.get(id);
          if (!before) return [];
          const losses = lossesOf(before, after, targets);
          const teams = after === "REMOVED" ? before.teams.map((team) => team.name) : [];
          if (losses.length === 0 && teams.length === 0) return [];
          const shown = seesProducts ? losses.slice(0, most) : [];
          return [{ id, name, count: losses.length, losses: shown, teams: seesProducts ? teams : [] }];
        }),
      })),
    };
  },
});

/** What a page shows of it. */
export type WhatIf = Awaited<ReturnType<typeof whatIf.execute>>;

type NamedTarget = (Reachable["product"] | Reachable["inside"][number]) & { product: string };

const named = ({ product, inside }: Reachable): NamedTarget[] => [
  ...(product.suite ? [] : [{ ...product, product: product.name }]),
  ...inside.map((target) => ({ ...target, product: product.name })),
];

const lossesOf = (before: Holder, after: Afterwards, targets: readonly NamedTarget[]): Loss[] =>
  effectsOn(before, after === "REMOVED" ? null : { ...before, role: after }, targets)
    .filter((effect) => !isGain(effect))
    .map(({ target: { type, name, product }, before: had, after: left }) => ({
      type,
      name,
      product,
      rights: had & ~left,
      left,
    }));
