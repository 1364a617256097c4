import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { routes } from "@/lib/kernel/routes";
import { personalCommand } from "@/lib/pipeline/command";
import { env } from "@/lib/platform/env";
import { Link } from "../inputs";
import { invitationToAnswer } from "../invitation";
import { inviters } from "../joining";
import { mayTouch } from "../rules/invitations";

/** Refuses an invitation; whoever holds the link may, with or without an account (USR-9). */
export const refuseInvitation = personalCommand("invitation.refused", {
  permission: "invitation.answer",
  input: Link,
  async run({ tx, person, now }, { token }) {
    const invitation = await invitationToAnswer(tx, token, now);
    ensure(mayTouch(invitation));
    const { count } = await tx.invitation.updateMany({
      where: { organizationId: invitation.organizationId, id: invitation.id, status: "PENDING" },
      data: { status: "REFUSED", answeredAt: now },
    });
    if (count === 0) throw new Refused(["invitation_not_open"]);
    return {
      result: { organization: invitation.organization.name },
      audit: {
        organizationId: invitation.organizationId,
        actor: { userId: person?.userId ?? null, name: person?.name ?? invitation.email },
        subject: { type: "invitation", id: invitation.id, name: invitation.email },
      },
      mail: (await inviters(tx, invitation)).map((receiver) => ({
        template: "invitationRefused" as const,
        to: receiver.email,
        locale: receiver.locale,
        values: {
          organization: invitation.organization.name,
          person: invitation.email,
          url: env().baseUrl + routes.users(invitation.organization.slug),
        },
      })),
    };
  },
});
