import { randomUUID } from "node:crypto";
import { termsLabel } from "@/app/termsLabel";
import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField, PasswordField, TextField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { joinAsNewcomerAction } from "./actions";
import type { Invitation } from "./invitationOf";

/** An account for the invited address and no other; the server takes the address from the invitation, never from here. */
export function NewcomerForm({
  t,
  locale,
  invitation,
}: {
  t: Translate;
  locale: Locale;
  invitation: Invitation;
}) {
  const { token, email } = invitation;
  return (
    <section className="grid gap-4" aria-labelledby="newcomer">
      <div>
        <h2 id="newcomer" className="text-lg font-semibold">
          {t("invitations.newcomer.title")}
        </h2>
        <p className="text-muted">{t("invitations.newcomer.body")}</p>
      </div>
      <ActionForm
        action={joinAsNewcomerAction}
        labels={formLabels(t)}
        scope={{ key: randomUUID() }}
        hidden={{ token, locale }}
        submit={t("invitations.newcomer.submit")}
        wide
      >
        <div className="grid items-start gap-5 sm:grid-cols-2 sm:gap-4">
          <TextField name="firstName" label={t("invitations.newcomer.firstName")} autoComplete="given-name" />
          <TextField name="lastName" label={t("invitations.newcomer.lastName")} autoComplete="family-name" />
        </div>
        <TextField
          name="email"
          label={t("invitations.newcomer.email")}
          hint={t("invitations.newcomer.emailHint")}
          type="email"
          autoComplete="username"
          defaultValue={email}
          readOnly
        />
        <PasswordField
          name="password"
          label={t("common.password")}
          hint={t("invitations.newcomer.passwordHint")}
          autoComplete="new-password"
        />
        <CheckboxField name="terms" label={termsLabel(t)} />
      </ActionForm>
    </section>
  );
}
