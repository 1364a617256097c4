import { ensureUnchanged, takeTurn } from "@/lib/domain/organizations/facts";
import { ensure } from "@/lib/kernel/decision";
import { command } from "@/lib/pipeline/command";
import { ensureEffectAsShown } from "../effectsOfGrant";
import { grantById, holderByRef, objectByRef } from "../facts/access";
import { accessNote } from "../grants";
import { ChangeAccess } from "../inputs";
import { bitsOf, mayChangeAccess } from "../rules/access";

/** Gives other rights than before to whoever has a grant, on what they have it on (USR-14, TEAM-4). */
export const changeAccess = command("access.changed", {
  permission: "access.give",
  input: ChangeAccess,
  async run({ tx, actor, now }, { id, seen, seal, rights: words }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const grant = await grantById(tx, organizationId, id);
    const holder = await holderByRef(tx, organizationId, grant.holder);
    const object = await objectByRef(tx, organizationId, grant.object);
    ensureUnchanged(seen, grant.rights);
    ensure(mayChangeAccess({ holder, object, before: grant.rights, words }));
    const rights = bitsOf(object, words);
    await ensureEffectAsShown(tx, organizationId, seal, { ...grant, rights });
    await tx.accessGrant.update({
      where: { id, organizationId },
      data: { rights, grantedAt: now, grantedById: actor.userId, grantedByName: actor.name },
    });
    return {
      result: { id },
      audit: await accessNote(
        tx,
        organizationId,
        { holder, object },
        { before: grant.rights, after: rights },
      ),
    };
  },
});
