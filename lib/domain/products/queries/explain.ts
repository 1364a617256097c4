import { z } from "zod";
import type { Contribution, Target } from "@/lib/access/resolution";
import { explainAccess } from "@/lib/access/resolution";
import { isInside } from "@/lib/access/roles";
import { memberById } from "@/lib/domain/organizations/facts";
import { Id } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { holders } from "@/lib/platform/holdings";
import { type GivenGrant, grantsBetween } from "../facts/access";
import { seenProduct, seenThing } from "../facts/seen";

/** One reason, with the grant behind it: who gave it, and when. */
export type Reason = Contribution & {
  grant: Pick<GivenGrant, "id" | "grantedAt" | "grantedByName"> | null;
};

/** Why a member has what they have on a product or on something inside one: every reason, which wins, by which rule (TEAM-5). */
export const explain = query("access.explained", {
  permission: "access.give",
  input: z.object({ id: Id, object: Id }),
  async run({ reader, actor }, { id, object }) {
    const organizationId = actor.organization.id;
    const member = await memberById(reader, organizationId, id);
    const holder = (await holders(reader, organizationId, [id])).get(id);
    if (!holder) throw new NotFound();
    const thing = await seenThing(reader, organizationId, object).catch((failure: unknown) => {
      if (failure instanceof NotFound) return null;
      throw failure;
    });
    const product = await seenProduct(reader, organizationId, thing?.productId ?? object);
    const target = thing ?? product;
    const { rights, resolution, contributions } = explainAccess(holder, target);
    const behind = await grantsBetween(
      reader,
      organizationId,
      [id, ...holder.teams.map((team) => team.id)],
      Object.values(onOf(target)),
    );
    const grantOf = ({ source, by }: Contribution): Reason["grant"] => {
      const whose = source.via === "individual" ? id : source.via === "team" ? source.id : null;
      const on = onOf(target)[by];
      return behind.find((grant) => grant.holder.id === whose && grant.object.id === on) ?? null;
    };
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      timeZone: actor.timeZone,
      member: { id: member.id, name: member.name, email: member.email, role: member.role },
      object: { type: target.type, id: target.id, name: target.name },
      product,
      rights,
      resolution,
      /** Externals are left out of what is shared with everybody inside (USR-2). */
      isOutside: !isInside(member.role),
      reasons: contributions.map((one): Reason => {
        const grant = grantOf(one);
        return {
          ...one,
          grant: grant && {
            id: grant.id,
            grantedAt: grant.grantedAt,
            grantedByName: grant.grantedByName,
          },
        };
      }),
    };
  },
});

/** What a grant that reaches the target was given on, by the way it reaches it. */
function onOf(target: Target): Record<Contribution["by"], string> {
  if (target.type !== "PRODUCT") return { itself: target.id, suite: target.id, kind: target.id };
  const { id, kindKey, suite } = target;
  return { itself: id, suite: suite?.id ?? id, kind: suite?.kindKey ?? kindKey };
}

/** What the page of an explanation shows. */
export type Explained = Awaited<ReturnType<typeof explain.execute>>;
