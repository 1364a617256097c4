import { z } from "zod";
import type { Insider } from "@/lib/access/actor";
import { query } from "@/lib/pipeline/query";
import type { ItemResult } from "@/lib/pipeline/results";
import type { Reader } from "@/lib/platform/database";
import { choicesOf, legalRepresentatives, membersById } from "../facts";
import { Id, MOST_AT_ONCE } from "../inputs";
import { invitationRefusals } from "../invitation";
import { carryingAccess } from "../promises";
import { invitationEnd } from "../rules/invitations";
import { removalRefusals } from "../rules/removals";
import { BULK_ACTS, UsersTable } from "../usersTable";
import { type PeopleRow, peoplePage } from "./people";

/**
 * What the users table's selection would lead to, before it is confirmed: each line with what speaks against it, by
 * the rules that the commands ask. `all` selects what the filter matches, at most 500.
 */
export const selectUsers = query("users.selection", {
  permission: "user.view",
  input: z.object({
    act: z.enum(BULK_ACTS),
    ids: z.array(Id).max(MOST_AT_ONCE),
    all: z.boolean(),
    table: UsersTable,
  }),
  async run({ reader, actor, now }, { act, ids, all, table }) {
    const organizationId = actor.organization.id;
    const everybody = { ...table, organizationId, now };
    const rows = await peoplePage(
      reader,
      all ? everybody : { ...everybody, q: "", show: "all", filters: {}, ids },
      { sort: table.sort, offset: 0, limit: MOST_AT_ONCE + 1 },
    );
    const selected = rows.slice(0, MOST_AT_ONCE);
    const items =
      act === "remove"
        ? await removals(reader, actor, selected)
        : await touched(reader, actor, act, selected);
    return {
      act,
      items,
      isCut: rows.length > MOST_AT_ONCE,
      expiresAt: invitationEnd(now),
    };
  },
});

async function touched(
  reader: Reader,
  { standing, organization }: Insider,
  act: "resend" | "revoke",
  rows: PeopleRow[],
): Promise<ItemResult[]> {
  const carrying = await carryingAccess(
    reader,
    organization.id,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, email, status, ...row }) => ({
    id,
    name: name || email,
    refusals: status
      ? invitationRefusals(act, standing, { ...row, status, carriesAccess: carrying.has(id) })
      : ["not_an_invitation"],
  }));
}

async function removals(reader: Reader, actor: Insider, rows: PeopleRow[]): Promise<ItemResult[]> {
  const organizationId = actor.organization.id;
  const ids = rows.filter((row) => row.kind === "member").map((row) => row.id);
  const members = await membersById(reader, organizationId, ids);
  const judged = removalRefusals(
    actor.standing,
    members.map((member) => ({
      id: member.id,
      isSelf: member.userId === actor.userId,
      before: choicesOf(member),
    })),
    await legalRepresentatives(reader, organizationId),
  );
  return rows.map(({ id, name, email }) => ({
    id,
    name: name || email,
    refusals: judged.get(id) ?? ["not_a_member"],
  }));
}
