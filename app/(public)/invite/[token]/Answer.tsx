import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { acceptInvitationAction } from "./actions";
import type { Invitation } from "./invitationOf";

/** For the invited person: accept, or sign in and come back to accept; nothing where they are inside already. */
export function Answer({ t, invitation }: { t: Translate; invitation: Invitation }) {
  const { token, person, organization, isMember } = invitation;
  const names = { organization: organization.name };
  if (!person)
    return (
      <div className="grid gap-4">
        <p className="text-muted">{t("invitations.known.body")}</p>
        <ButtonLink href={routes.login(routes.invitation(token))} variant="primary" wide>
          {t("invitations.known.signIn")}
        </ButtonLink>
      </div>
    );
  if (isMember)
    return (
      <div className="grid gap-4">
        <Callout title={t("invitations.member.title", names)}>{t("invitations.member.body")}</Callout>
        <ButtonLink href={routes.overview(organization.slug)} variant="primary" wide>
          {t("invitations.member.open", names)}
        </ButtonLink>
      </div>
    );
  return (
    <div className="grid gap-3">
      <ActionForm
        action={acceptInvitationAction}
        labels={formLabels(t)}
        scope={{ key: randomUUID(), user: person.userId }}
        hidden={{ token }}
        submit={t("invitations.accept")}
        wide
      />
      <p className="text-sm text-muted">
        {t("invitations.signedInAs", { name: person.name, email: person.email })}
      </p>
    </div>
  );
}
