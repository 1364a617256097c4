import { addSeconds } from "@/lib/kernel/dates";
import type { Transaction } from "@/lib/platform/database";
import { hashToken, newToken } from "@/lib/platform/tokens";
import type { Step } from "./rules/signIn";

/** Writes the one-time ticket for the next step of a sign-in and returns it. */
export async function issueTicket(tx: Transaction, userId: string, step: Step, now: Date): Promise<string> {
  const ticket = newToken();
  await tx.signInTicket.create({
    data: {
      tokenHash: hashToken(ticket),
      userId,
      purpose: step.purpose,
      assuranceLevel: step.assuranceLevel,
      expiresAt: addSeconds(now, step.seconds),
    },
  });
  return ticket;
}
