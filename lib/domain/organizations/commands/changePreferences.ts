import { command } from "@/lib/pipeline/command";
import { changeChoices } from "../changing";
import { choicesOf, ensureUnchanged, memberById, takeTurn } from "../facts";
import { ChangePreferences } from "../inputs";

/** Changes what a member is told by e-mail and SMS (USR-6, USR-13, USR-15), and nothing of what they may do. */
export const changePreferences = command("member.changed", {
  permission: "user.change",
  input: ChangePreferences,
  async run(context, { id, version, ...chosen }) {
    const { tx, actor } = context;
    await takeTurn(tx, actor);
    const member = await memberById(tx, actor.organization.id, id);
    ensureUnchanged(version, member.version);
    return changeChoices(context, member, { ...choicesOf(member), ...chosen });
  },
});
