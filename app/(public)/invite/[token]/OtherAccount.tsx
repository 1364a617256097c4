import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import { Callout } from "@/components/ui/Callout";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { switchToInvitedAction } from "./actions";
import type { Invitation } from "./invitationOf";

/** For somebody signed in with another address: says so, and offers the way to the right account (USR-9). */
export function OtherAccount({ t, invitation }: { t: Translate; invitation: Invitation }) {
  const { token, email: invited, person, hasAccount } = invitation;
  return (
    <div className="grid gap-4">
      <Callout tone="caution" title={t("invitations.other.title")}>
        <span className="[overflow-wrap:anywhere]">
          {t("invitations.other.body", { invited, email: person?.email ?? "" })}
        </span>
      </Callout>
      <ActionForm
        action={switchToInvitedAction}
        labels={formLabels(t)}
        scope={{ key: randomUUID(), user: person?.userId }}
        hidden={{ token }}
        submit={t(hasAccount ? "invitations.other.signOutToSignIn" : "invitations.other.signOutToJoin", {
          invited,
        })}
        wide
      />
      <p>
        <a href={routes.lastOrganization()}>{t("invitations.other.stay")}</a>
      </p>
    </div>
  );
}
