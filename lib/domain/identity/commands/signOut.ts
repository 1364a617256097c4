import { z } from "zod";
import { personalCommand } from "@/lib/pipeline/command";

/** Ends the session of this browser, and no other. Where it has ended already there is nothing left to do. */
export const signOut = personalCommand("session.ended", {
  permission: "session.open",
  input: z.object({}),
  async run({ tx, person, now }) {
    if (!person) return { result: null, audit: [] };
    await tx.session.updateMany({
      where: { id: person.sessionId, revokedAt: null },
      data: { revokedAt: now, revokedReason: "signed_out" },
    });
    return {
      result: null,
      audit: { subject: { type: "account", id: person.userId, name: person.name } },
    };
  },
});
