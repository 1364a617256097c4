import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import type { Translate } from "@/lib/i18n/translator";
import type { Invitation } from "./Answer";
import { refuseInvitationAction } from "./actions";

/** Whoever holds the link may refuse, with or without an account (USR-9). */
export function RefuseForm({ t, invitation }: { t: Translate; invitation: Invitation }) {
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      <p className="text-muted">{t("invitations.refuseHint")}</p>
      <ActionForm
        action={refuseInvitationAction}
        labels={formLabels(t)}
        scope={{ key: randomUUID(), user: invitation.person?.userId }}
        hidden={{ token: invitation.token }}
        submit={t("invitations.refuse")}
        tone="secondary"
        wide
      />
    </div>
  );
}
