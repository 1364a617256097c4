import { z } from "zod";
import { personalQuery } from "@/lib/pipeline/query";
import { hashToken } from "@/lib/platform/tokens";

/** Whether a link to choose a new password is still good; it says nothing of whose it is. */
export const resetLink = personalQuery("password.reset-link", {
  permission: "password.recover",
  input: z.object({ token: z.string().max(200) }),
  async run({ reader, now }, { token }) {
    const rows = await reader.rows(
      `SELECT 1 FROM "PasswordReset" WHERE "tokenHash" = $1 AND "consumedAt" IS NULL AND "expiresAt" > $2`,
      Buffer.from(hashToken(token)),
      now,
    );
    return { good: rows.length > 0 };
  },
});
