import { NotSignedIn, Refused } from "@/lib/kernel/failures";
import { personalCommand } from "@/lib/pipeline/command";
import { fullName, lockAccount } from "../facts";
import { Profile } from "../inputs";

/** Changes one's own name, in every organization at once. */
export const changeProfile = personalCommand("profile.changed", {
  permission: "account.use",
  input: Profile,
  async run({ tx, person }, after) {
    const account = person && (await lockAccount(tx, person.userId));
    if (!account) throw new NotSignedIn();
    const before = { firstName: account.firstName, lastName: account.lastName };
    if (before.firstName === after.firstName && before.lastName === after.lastName)
      throw new Refused(["nothing_to_change"]);
    await tx.user.update({ where: { id: account.id }, data: after });
    return {
      result: null,
      audit: { subject: { type: "account", id: account.id, name: fullName(after) }, before, after },
    };
  },
});
