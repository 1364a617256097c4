import { ensureUnchanged, takeTurn } from "@/lib/domain/organizations/facts";
import { command } from "@/lib/pipeline/command";
import { ensureEffectAsShown } from "../effectsOfGrant";
import { grantById, holderByRef, objectByRef } from "../facts/access";
import { accessNote } from "../grants";
import { WithdrawAccess } from "../inputs";

/** Takes back what was given; what reaches the person otherwise stays (TEAM-4). */
export const withdrawAccess = command("access.withdrawn", {
  permission: "access.give",
  input: WithdrawAccess,
  async run({ tx, actor }, { id, seen, seal }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const grant = await grantById(tx, organizationId, id);
    const holder = await holderByRef(tx, organizationId, grant.holder);
    const object = await objectByRef(tx, organizationId, grant.object);
    ensureUnchanged(seen, grant.rights);
    await ensureEffectAsShown(tx, organizationId, seal, { ...grant, rights: null });
    await tx.accessGrant.delete({ where: { id, organizationId } });
    return {
      result: { id },
      audit: await accessNote(tx, organizationId, { holder, object }, { before: grant.rights, after: null }),
    };
  },
});
