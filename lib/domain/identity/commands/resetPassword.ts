import { Refused } from "@/lib/kernel/failures";
import { routes } from "@/lib/kernel/routes";
import { personalCommand } from "@/lib/pipeline/command";
import { env } from "@/lib/platform/env";
import { forgetAttempts } from "@/lib/platform/failureCounter";
import { hashToken } from "@/lib/platform/tokens";
import { fullName, lockAccount } from "../facts";
import { ResetPassword } from "../inputs";
import { hashAllowedPassword } from "../passwords";

/**
 * Sets a new password with the link that was sent for it. Ends every session and every sign-in under way, signs nobody
 * in, and tells the owner by mail. A password that will not do leaves the link good.
 */
export const resetPassword = personalCommand("password.changed", {
  permission: "password.recover",
  input: ResetPassword,
  async run({ tx, now }, { token, password }) {
    const tokenHash = hashToken(token);
    const link = await tx.passwordReset.findUnique({ where: { tokenHash } });
    // The account first, as everybody who touches its links does; then one conditional update, which one of two wins.
    const account = link && (await lockAccount(tx, link.userId));
    const { count } = await tx.passwordReset.updateMany({
      where: { tokenHash, consumedAt: null, expiresAt: { gt: now } },
      data: { consumedAt: now },
    });
    if (!account || count === 0) throw new Refused(["link_used_or_expired"]);
    const userId = account.id;
    const passwordHash = await hashAllowedPassword(password, account);
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    // Tickets before sessions: what a ticket was turned into meanwhile is then there to be ended.
    await tx.signInTicket.updateMany({ where: { userId, consumedAt: null }, data: { consumedAt: now } });
    await tx.session.updateMany({
      where: { userId, revokedAt: null },
      data: { revokedAt: now, revokedReason: "password_reset" },
    });
    await tx.passwordReset.updateMany({ where: { userId, consumedAt: null }, data: { consumedAt: now } });
    // Whoever was locked out by wrong tries may use the new one at once.
    await forgetAttempts({ account: userId, addressPrefix: "", knownBrowser: null }, tx);
    const name = fullName(account);
    return {
      result: null,
      audit: {
        subject: { type: "account", id: userId, name },
        actor: { userId, name },
      },
      mail: [
        {
          template: "passwordChanged",
          to: account.email,
          locale: account.locale,
          values: { name, url: env().baseUrl + routes.forgotPassword() },
        },
      ],
    };
  },
});
