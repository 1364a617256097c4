import { type InvitationView, showInvitation } from "@/lib/domain/organizations/queries/showInvitation";
import { ask } from "@/lib/pipeline/request";

export type Invitation = InvitationView & { token: string };

/** The invitation that the address names. */
export async function invitationOf(params: Promise<{ token: string }>): Promise<Invitation> {
  const { token } = await params;
  return { token, ...(await ask(showInvitation, null, { token })) };
}
