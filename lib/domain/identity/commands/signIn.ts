import { Refused } from "@/lib/kernel/failures";
import { personalCommand } from "@/lib/pipeline/command";
import { rememberBrowser } from "@/lib/platform/knownBrowser";
import { fullName, lockAccount } from "../facts";
import { SignIn } from "../inputs";
import { recognise } from "../recognition";
import { appearanceOf } from "../rules/preferences";
import { nextStep } from "../rules/signIn";
import { issueTicket } from "../tickets";

/**
 * The first step of signing in: gives a one-time ticket for what follows, never a session. A session that this browser
 * still had is ended, because nobody could reach it any more.
 */
export const signIn = personalCommand("session.opened", {
  permission: "session.open",
  input: SignIn,
  before: recognise,
  async run({ tx, person, now, caller, prepared }) {
    const account = await lockAccount(tx, prepared.userId);
    // A password replaced in the meantime is not the one that was compared.
    if (account?.passwordHash !== prepared.passwordHash) throw new Refused(["wrong_credentials"]);
    const step = nextStep(account);
    const name = fullName(account);
    if (person)
      await tx.session.updateMany({
        where: { id: person.sessionId, revokedAt: null },
        data: { revokedAt: now, revokedReason: "replaced" },
      });
    return {
      result: {
        purpose: step.purpose,
        ticket: await issueTicket(tx, account.id, step, now),
        browser: await rememberBrowser(tx, account.id, caller.browserToken, now),
        locale: account.locale,
        appearance: appearanceOf(account.appearance),
      },
      audit: {
        subject: { type: "account", id: account.id, name },
        actor: { userId: account.id, name },
      },
    };
  },
});
