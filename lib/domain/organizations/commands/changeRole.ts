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
    const { tx, actor, demand } = context;
    await takeTurn(tx, actor);
    const member = await memberById(tx, actor.organization.id, id);
    ensureUnchanged(version, member.version);
    await ensureHeldAsShown(tx, actor.organization.id, member, seal);
    const before = choicesOf(member);
    const after = { ...before, role, billingRight: billingChoice(role, billingRight) };
    const outcome = await changeChoices(context, member, after);
    if (before.role !== after.role) {
      const roles = [before.role, after.role];
      if (roles.includes("LEGAL_REPRESENTATIVE")) demand("legal-representative.give");
      if (after.role === "ADMINISTRATOR") demand("administrator.give");
    }
    if (before.billingRight !== after.billingRight) demand("billing-right.give");
    return outcome;
  },
});
