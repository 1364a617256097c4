import { z } from "zod";
import { NotSignedIn } from "@/lib/kernel/failures";
import { personalQuery } from "@/lib/pipeline/query";
import { appearanceOf } from "../rules/preferences";

/** One's own account: who one is, and what one has chosen. */
export const profile = personalQuery("account.profile", {
  permission: "account.use",
  input: z.object({}),
  async run({ reader, entered }) {
    if (!entered) throw new NotSignedIn();
    const { userId, firstName, lastName, email, locale, timeZone, appearance } = entered.session;
    const [row] = await reader.rows<{ organizations: number; since: Date }>(
      `SELECT u."createdAt" AS "since",
              (SELECT count(*)::int FROM "Membership" m WHERE m."userId" = u."id" AND m."endedAt" IS NULL) AS "organizations"
       FROM "User" u WHERE u."id" = $1::uuid`,
      userId,
    );
    return {
      userId,
      firstName,
      lastName,
      email,
      locale,
      timeZone,
      appearance: appearanceOf(appearance),
      organizations: row?.organizations ?? 0,
      since: row?.since ?? new Date(0),
    };
  },
});
