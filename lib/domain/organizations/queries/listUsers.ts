import type { Standing } from "@/lib/access/actor";
import { permits } from "@/lib/access/authorize";
import { hasBillingRight } from "@/lib/access/roles";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { invitationRefusals } from "../invitation";
import { carryingAccess, type Promised, promisesOf } from "../promises";
import { managedRoles, mayRemoveMember } from "../rules/members";
import { type BulkAct, UsersTable, type UsersTableState } from "../usersTable";
import { countPeople, type PeopleRow, peoplePage } from "./people";

/** One line of the users table: a member, an external, or an invitation. */
export type PersonLine = Pick<PeopleRow, "id" | "kind" | "name" | "email" | "role" | "state" | "since"> & {
  billing: boolean;
  /** Whether the reader may change this member's role and rights. */
  isManaged: boolean;
  mayReplace: boolean;
  /** What an invitation carries; null for members, and for readers who do not see the products. */
  promised: Promised | null;
  /** What can be done to such a line, each with the first word that speaks against it. */
  blockedBy: Partial<Record<BulkAct, string | null>>;
};

type Reading = {
  standing: Standing;
  userId: string;
  legalRepresentatives: number;
  promises: ReadonlyMap<string, Promised>;
  carrying: ReadonlySet<string>;
};

/** The users page: members, externals and invitations in one table (USR-1, USR-3, USR-9). */
export const listUsers = query("users", {
  permission: "user.view",
  input: UsersTable,
  async run({ reader, actor, now }, table) {
    const row = actor.organizationRow;
    const filter = { ...table, organizationId: actor.organization.id, now };
    const total = await count(reader, filter, row);
    const page = Math.min(table.page, Math.max(1, Math.ceil(total / table.size)));
    const rows = await peoplePage(reader, filter, {
      sort: table.sort,
      offset: (page - 1) * table.size,
      limit: table.size,
    });
    const { standing, userId } = actor;
    const invited = rows.flatMap(({ kind, id }) => (kind === "invitation" ? [id] : []));
    const shown = permits(standing, "product.view") ? invited : [];
    const promises = await promisesOf(reader, actor.organization.id, shown);
    // It only matters to whoever gives no access themselves.
    const doubtful = permits(standing, "access.give") ? [] : invited;
    const carrying = await carryingAccess(reader, actor.organization.id, doubtful);
    const { members, externals, openInvitations, legalRepresentatives } = row;
    return {
      organization: actor.organization,
      person: { userId },
      timeZone: actor.timeZone,
      table: { ...table, page },
      lines: rows.map((person) =>
        lineOf(person, { standing, userId, legalRepresentatives, promises, carrying }),
      ),
      total,
      counts: {
        all: members + externals + openInvitations,
        members,
        externals,
        invitations: openInvitations,
      },
      mayInvite: permits(standing, "user.invite"),
      mayRemove: permits(standing, "user.remove"),
    };
  },
});

function lineOf(
  person: PeopleRow,
  { standing, userId, legalRepresentatives, promises, carrying }: Reading,
): PersonLine {
  const { id, kind, name, email, role, state, since, billingRight } = person;
  const isLegal = role === "LEGAL_REPRESENTATIVE";
  const isManaged =
    kind === "member" && permits(standing, "user.change") && managedRoles(standing).includes(role);
  return {
    id,
    kind,
    name,
    email,
    role,
    state,
    since,
    billing: hasBillingRight(role, billingRight),
    isManaged,
    mayReplace: kind === "member" && isLegal && permits(standing, "legal-representative.replace"),
    promised: promises.get(id) ?? null,
    blockedBy: blockedBy(),
  };

  function blockedBy(): PersonLine["blockedBy"] {
    const { status } = person;
    if (status !== null) {
      const invitation = { ...person, status, carriesAccess: carrying.has(id) };
      const [resend = null] = invitationRefusals("resend", standing, invitation);
      const [revoke = null] = invitationRefusals("revoke", standing, invitation);
      return { resend, revoke };
    }
    const [remove = null] = mayRemoveMember({
      standing,
      isSelf: person.userId === userId,
      before: {
        role,
        billingRight,
        remindersByEmail: true,
        remindersBySms: false,
        productEventsByEmail: false,
      },
      // Who gets the reminders is asked when somebody is really removed: a list need not know.
      others: { count: legalRepresentatives - (isLegal ? 1 : 0), oneGetsReminders: true },
    }).refusals;
    return { remove };
  }
}

/** Without a filter the organization's own counters know; counting is for what is filtered. */
async function count(
  reader: Reader,
  filter: UsersTableState & { organizationId: string; now: Date },
  row: { members: number; externals: number; openInvitations: number },
): Promise<number> {
  if (filter.q !== "" || Object.values(filter.filters).some((values) => values.length > 0))
    return countPeople(reader, filter);
  const known = {
    all: row.members + row.externals + row.openInvitations,
    members: row.members,
    externals: row.externals,
    invitations: row.openInvitations,
  };
  return known[filter.show];
}
