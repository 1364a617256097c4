import { addDays } from "@/lib/kernel/dates";
import { refuseWhen } from "@/lib/kernel/decision";

/** Days that an invitation can be accepted (USR-9). */
const INVITATION_DAYS = 30;

/** At most this many addresses in one go. */
export const MOST_ADDRESSES = 10_000;

/** The instant from which an invitation sent now is expired. */
export const invitationEnd = (sentAt: Date): Date => addDays(sentAt, INVITATION_DAYS);

export type InvitationState = "pending" | "accepted" | "refused" | "expired" | "revoked";

type StoredStatus = "PENDING" | "ACCEPTED" | "REFUSED" | "EXPIRED" | "REVOKED";

/** How an invitation stands at this instant: expiry needs no sweeper (USR-9). */
export function invitationState(row: { status: StoredStatus; expiresAt: Date }, now: Date): InvitationState {
  if (row.status === "PENDING") return row.expiresAt > now ? "pending" : "expired";
  return row.status.toLowerCase() as InvitationState;
}

/** Whether this address may be invited (USR-9). */
export const mayInviteAddress = (facts: { isOwn: boolean; isMember: boolean; isInvited: boolean }) =>
  refuseWhen({
    own_address: facts.isOwn,
    already_a_member: facts.isMember && !facts.isOwn,
    already_invited: facts.isInvited,
  });

/** Whether an invitation may be accepted by the holder of this address (USR-9). */
export const mayAccept = (facts: {
  state: InvitationState;
  invited: string;
  holder: string;
  isMember: boolean;
}) =>
  refuseWhen({
    invitation_expired: facts.state === "expired",
    invitation_not_open: facts.state !== "pending" && facts.state !== "expired",
    invitation_for_another_address: facts.invited !== facts.holder,
    already_a_member: facts.isMember,
  });

/** Whether an invitation may be sent again, revoked or refused: while nobody answered, revoked or superseded it (USR-9). */
export const mayTouch = (row: { status: StoredStatus }) =>
  refuseWhen({ invitation_not_open: row.status !== "PENDING" });

/** Whether an invitation may be sent again: whoever sends it gives what it carries once more (TEAM-6, PART-4). */
export const mayResend = (facts: { carriesAccess: boolean; givesAccess: boolean }) =>
  refuseWhen({ invitation_carries_access: facts.carriesAccess && !facts.givesAccess });
