import { addMinutes } from "@/lib/kernel/dates";
import { routes } from "@/lib/kernel/routes";
import type { Caller } from "@/lib/pipeline/caller";
import { personalCommand } from "@/lib/pipeline/command";
import { answeringEvenly } from "@/lib/pipeline/evenTime";
import { env } from "@/lib/platform/env";
import { beginAttempt } from "@/lib/platform/failureCounter";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { accountByAddress, fullName, lockAccount } from "../facts";
import { RequestPasswordReset } from "../inputs";
import { RESET_MINUTES } from "../rules/signIn";

/** Milliseconds of every answer: well above what writing the link and the mail takes. */
const ANSWER_MILLISECONDS = 300;

/**
 * Sends a link to choose a new password, good once and for half an hour; it kills the links sent before. An unknown
 * address gets the same answer after the same time, and no mail.
 */
export const requestPasswordReset = answeringEvenly(
  ANSWER_MILLISECONDS,
  personalCommand("password.requested", {
    permission: "password.recover",
    input: RequestPasswordReset,
    // Each request counts, known address or not: mailboxes are not flooded, and addresses not tried out.
    before: (caller: Caller, { email }) =>
      beginAttempt({
        account: `recover:${email}`,
        addressPrefix: caller.addressPrefix,
        knownBrowser: null,
      }),
    async run({ tx, now }, { email }) {
      const found = await accountByAddress(tx, email);
      // Two requests at once: the later one's link is the only one that lives.
      const account = found && (await lockAccount(tx, found.id));
      const result = { minutes: RESET_MINUTES };
      if (!account) return { result, audit: [] };
      const token = newToken();
      await tx.passwordReset.updateMany({
        where: { userId: account.id, consumedAt: null },
        data: { consumedAt: now },
      });
      await tx.passwordReset.create({
        data: {
          tokenHash: hashToken(token),
          userId: account.id,
          expiresAt: addMinutes(now, RESET_MINUTES),
        },
      });
      const name = fullName(account);
      return {
        result,
        audit: {
          subject: { type: "account", id: account.id, name },
          actor: { userId: null, name: "" },
        },
        mail: [
          {
            template: "passwordReset",
            to: account.email,
            locale: account.locale,
            values: { name, minutes: RESET_MINUTES, url: env().baseUrl + routes.resetPassword(token) },
          },
        ],
      };
    },
  }),
);
