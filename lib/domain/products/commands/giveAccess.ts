import { takeTurn } from "@/lib/domain/organizations/facts";
import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { ensureEffectAsShown } from "../effectsOfGrant";
import { grantBetween, holderByRef, objectByRef } from "../facts/access";
import { accessNote, placesOf } from "../grants";
import { GiveAccess } from "../inputs";
import { bitsOf, mayGiveAccess } from "../rules/access";

/**
 * Gives a member, a team or somebody invited rights on a product, on all products of a kind, or on something inside one
 * (USR-11, USR-14, TEAM-2, PROD-4).
 */
export const giveAccess = command("access.given", {
  permission: "access.give",
  input: GiveAccess,
  async run({ tx, actor, now }, { holder: to, on, seal, rights: words }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const holder = await holderByRef(tx, organizationId, to);
    const object = await objectByRef(tx, organizationId, on);
    const hasAlready = (await grantBetween(tx, organizationId, to, on)) !== null;
    ensure(mayGiveAccess({ holder, object, hasAlready, words }));
    const rights = bitsOf(object, words);
    await ensureEffectAsShown(tx, organizationId, seal, { holder: to, object: on, rights });
    const { id } = await tx.accessGrant.create({
      data: {
        organizationId,
        ...placesOf(holder, object),
        rights,
        grantedAt: now,
        grantedById: actor.userId,
        grantedByName: actor.name,
      },
      select: { id: true },
    });
    return {
      result: { id },
      audit: await accessNote(tx, organizationId, { holder, object }, { before: null, after: rights }),
    };
  },
});
