import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { type Member, memberById } from "../facts";
import { Id } from "../inputs";
import { peoplePage } from "./people";

/** Candidates shown at once; a search finds the others. */
const MOST_SHOWN = 12;

/**
 * Replacing a legal representative (USR-5): the old one, the successor once chosen, and who could take over:
 * everybody else inside the organization, as far as the search finds them.
 */
export const listSuccessors = query("user.successors", {
  permission: "legal-representative.replace",
  input: z.object({
    id: Id,
    successor: Id.optional(),
    q: z.string().trim().max(200).catch(""),
  }),
  async run({ reader, actor, now }, { id, successor, q }) {
    const organizationId = actor.organization.id;
    const old = await memberById(reader, organizationId, id);
    const next = successor === undefined ? null : await candidate(reader, organizationId, successor, id);
    const found = next
      ? []
      : await peoplePage(
          reader,
          { organizationId, now, q, show: "members", filters: {} },
          { sort: "role", offset: 0, limit: MOST_SHOWN + 1 },
        );
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      old,
      isSelf: old.userId === actor.userId,
      isLegalRepresentative: old.role === "LEGAL_REPRESENTATIVE",
      next,
      candidates: found.filter((member) => member.id !== id).slice(0, MOST_SHOWN),
      /** Everybody who could take over, found or not. */
      total: actor.organizationRow.members - 1,
    };
  },
});

/** Somebody chosen who has left since, or never could, is nobody. */
async function candidate(
  reader: Reader,
  organizationId: string,
  successor: string,
  old: string,
): Promise<Member | null> {
  const member = await memberById(reader, organizationId, successor);
  return member.id === old || member.role === "EXTERNAL" ? null : member;
}
