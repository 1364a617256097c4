import { billingChoice } from "@/lib/access/roles";
import { command } from "@/lib/pipeline/command";
import { changeChoices } from "../changing";
import { choicesOf, ensureUnchanged, memberById, takeTurn } from "../facts";
import { ensureHeldAsShown } from "../held";
import { ChangeRole } from "../inputs";

/** Changes a member's role and billing right (USR-3 to USR-7, USR-13), where the form showed what that gives and takes. */
export const changeRole = command("member.changed", {
  permission: "user.change",
  input: ChangeRole,
  async run(context, { id, version, seal, role, billingRight }) {
    const { tx, actor } = context;
    await takeTurn(tx, actor);
    const member = await memberById(tx, actor.organization.id, id);
    ensureUnchanged(version, member.version);
    await ensureHeldAsShown(tx, actor.organization.id, member, seal);
    const choices = { ...choicesOf(member), role, billingRight: billingChoice(role, billingRight) };
    return changeChoices(context, member, choices);
  },
});
