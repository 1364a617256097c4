import { NotFound } from "@/lib/kernel/failures";
import { personalQuery } from "@/lib/pipeline/query";
import { Link } from "../inputs";
import { invitationByLink } from "../invitation";

/**
 * The address that an open invitation was sent to, for whoever holds its link and comes to sign in; null when the link
 * leads nowhere or is of no more use. It tells nothing that the invitation's own page does not (USR-9).
 */
export const invitedAddress = personalQuery("invitation.address", {
  permission: "invitation.answer",
  input: Link,
  async run({ reader, now }, { token }): Promise<{ email: string | null }> {
    try {
      const { email, state } = await invitationByLink(reader, token, now);
      return { email: state === "pending" ? email : null };
    } catch (failure) {
      if (failure instanceof NotFound) return { email: null };
      throw failure;
    }
  },
});
