import { hasBillingRight } from "@/lib/access/roles";
import { query } from "@/lib/pipeline/query";
import { UsersTable } from "../usersTable";
import { peoplePage } from "./people";

/** At most this many lines in one file. */
const MOST_LINES = 100_000;

/** Everybody whom the users table's filter matches, for a CSV file. */
export const exportUsers = query("users.export", {
  permission: "user.view",
  input: UsersTable,
  async run({ reader, actor, now }, table) {
    const filter = { ...table, organizationId: actor.organization.id, now };
    const rows = await peoplePage(reader, filter, { sort: table.sort, offset: 0, limit: MOST_LINES });
    return {
      organization: actor.organization,
      lines: rows.map(({ billingRight, ...row }) => ({
        ...row,
        billing: hasBillingRight(row.role, billingRight),
      })),
    };
  },
});
