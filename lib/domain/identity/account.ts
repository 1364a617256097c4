import { Refused } from "@/lib/kernel/failures";
import type { AuditNote } from "@/lib/pipeline/record";
import type { Transaction } from "@/lib/platform/database";
import { rememberBrowser } from "@/lib/platform/knownBrowser";
import { accountByAddress, fullName } from "./facts";
import { nextStep } from "./rules/signIn";
import { issueTicket } from "./tickets";

type Newcomer = {
  /** Canonical. */
  email: string;
  firstName: string;
  lastName: string;
  /** Of a password that its owner may use: made before the transaction, because it takes its time on purpose. */
  passwordHash: string;
  locale: string;
  now: Date;
};

/** A new account: whose it is, the ticket that its session is opened with, and the token of the browser's cookie. */
export type OpenedAccount = {
  userId: string;
  name: string;
  ticket: string;
  browser: string;
  audit: AuditNote;
};

/**
 * Makes an account, of somebody who has accepted the general terms, and the ticket for its first session. Throws {@link Refused} beside the field when the address has an
 * account already.
 */
export async function openAccount(tx: Transaction, newcomer: Newcomer): Promise<OpenedAccount> {
  const { email, firstName, lastName, passwordHash, locale, now } = newcomer;
  if (await accountByAddress(tx, email)) throw new Refused(["address_has_an_account"], "email");
  // Two at the same instant: the unique address lets one through, and the other is told like any later one.
  const [user] = await tx.user.createManyAndReturn({
    data: { email, firstName, lastName, passwordHash, locale, termsAcceptedAt: now, createdAt: now },
    skipDuplicates: true,
  });
  if (!user) throw new Refused(["address_has_an_account"], "email");
  const name = fullName(user);
  return {
    userId: user.id,
    name,
    ticket: await issueTicket(tx, user.id, nextStep({ hasSecondFactor: false }), now),
    browser: await rememberBrowser(tx, user.id, null, now),
    audit: {
      action: "account.opened",
      subject: { type: "account", id: user.id, name },
      actor: { userId: user.id, name },
      after: { email },
    },
  };
}
