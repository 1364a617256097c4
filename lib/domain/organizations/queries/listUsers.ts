import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { hasBillingRight, ROLES, type Role } from "@/lib/access/roles";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { managedRoles } from "../rules/members";
import { countPeople, type PeopleFilter, peoplePage } from "./people";

/** State of the users table as the URL carries it; anything unknown falls back, a link never breaks (one table). */
export const UsersTable = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  show: z.enum(["all", "members", "externals", "invitations"]).catch("all").default("all"),
  role: z.enum(ROLES).optional().catch(undefined),
  state: z.enum(["active", "pending", "expired", "refused", "revoked"]).optional().catch(undefined),
  sort: z
    .enum(["name", "-name", "email", "-email", "role", "-role", "since", "-since"])
    .catch("name")
    .default("name"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  size: z.coerce
    .number()
    .int()
    .pipe(z.union([z.literal(10), z.literal(25), z.literal(50), z.literal(100)]))
    .catch(25)
    .default(25),
});

/** One line of the users table: a member, an external, or an invitation. */
export type PersonLine = {
  id: string;
  kind: "member" | "invitation";
  name: string;
  email: string;
  role: Role;
  billing: boolean;
  state: "active" | "pending" | "expired" | "refused" | "revoked";
  since: Date;
  isSelf: boolean;
  /** Whether the reader may change, remove, resend or revoke this line. */
  isManaged: boolean;
  version: number;
};

/** The users page: members, externals and invitations in one table (USR-1, USR-3, USR-9). */
export const listUsers = query("users", {
  permission: "user.view",
  input: UsersTable,
  async run({ reader, actor, now }, table) {
    const filter: PeopleFilter = { ...table, organizationId: actor.organization.id, now };
    const total = await count(reader, filter, actor.organizationRow);
    const pages = Math.max(1, Math.ceil(total / table.size));
    const page = Math.min(table.page, pages);
    const managed = managedRoles(actor.standing);
    const rows = await peoplePage(reader, filter, {
      sort: table.sort,
      offset: (page - 1) * table.size,
      limit: table.size,
    });
    const lines: PersonLine[] = rows.map(({ userId, billingRight, ...row }) => ({
      ...row,
      billing: hasBillingRight(row.role, billingRight),
      isSelf: userId === actor.userId,
      isManaged: managed.includes(row.role) && permits(actor.standing, "user.change"),
    }));
    const { members, externals, openInvitations } = actor.organizationRow;
    return {
      table: { ...table, page },
      lines,
      total,
      pages,
      counts: {
        all: members + externals + openInvitations,
        members,
        externals,
        invitations: openInvitations,
      },
      mayInvite: permits(actor.standing, "user.invite"),
    };
  },
});

/** Without a filter the organization's own counters know; counting is for what is filtered. */
async function count(
  reader: Reader,
  filter: PeopleFilter,
  row: { members: number; externals: number; openInvitations: number },
): Promise<number> {
  if (filter.q !== "" || filter.role || filter.state) return countPeople(reader, filter);
  const known = {
    all: row.members + row.externals + row.openInvitations,
    members: row.members,
    externals: row.externals,
    invitations: row.openInvitations,
  };
  return known[filter.show];
}
