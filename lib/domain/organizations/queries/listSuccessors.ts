import { z } from "zod";
import type { Role } from "@/lib/access/roles";
import { query } from "@/lib/pipeline/query";
import { memberById } from "../facts";
import { Id } from "../inputs";
import { mayReplaceLegalRepresentative } from "../rules/members";
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
    /** Whether somebody chosen already may be chosen anew. */
    chooses: z.boolean().default(false),
    q: z.string().trim().max(200).catch(""),
  }),
  async run({ reader, actor, now }, { id, successor, chooses, q }) {
    const organizationId = actor.organization.id;
    const old = await memberById(reader, organizationId, id);
    const mayTakeOver = (one: { id: string; role: Role }) =>
      mayReplaceLegalRepresentative({ old: old.role, next: one.role, isSamePerson: one.id === id }).refusals
        .length === 0;
    const chosen = successor === undefined ? null : await memberById(reader, organizationId, successor);
    // Somebody chosen who may not take over, or no longer, is nobody.
    const next = chosen && mayTakeOver(chosen) ? chosen : null;
    const found =
      next && !chooses
        ? []
        : await peoplePage(
            reader,
            { organizationId, now, q, show: "members", filters: {} },
            { sort: "role", offset: 0, limit: MOST_SHOWN + 1 },
          );
    // Whoever is chosen stands first, while nobody else is looked for.
    const first = next && q === "" ? [next] : [];
    const others = found.filter((one) => mayTakeOver(one) && one.id !== first[0]?.id);
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      old,
      isSelf: old.userId === actor.userId,
      isLegalRepresentative: old.role === "LEGAL_REPRESENTATIVE",
      next,
      candidates: [...first, ...others].slice(0, MOST_SHOWN),
      /** Everybody who could take over, found or not. */
      total: actor.organizationRow.members - 1,
    };
  },
});
