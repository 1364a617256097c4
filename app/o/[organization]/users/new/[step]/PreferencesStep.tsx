import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import { BILLING_RIGHT } from "@/lib/access/roles";
import type { Translate } from "@/lib/i18n/translator";
import { sentence } from "@/lib/pipeline/failureState";
import { draftPreferencesAction } from "./actions";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

/** Billing right and what they are told about (USR-6, USR-7, USR-15). */
export function PreferencesStep({ t, view }: { t: Translate; view: DraftView }) {
  const { answers, mayGiveBilling } = view;
  const billing = BILLING_RIGHT[answers.role ?? "COLLABORATOR"];
  const isChoice = billing === "choice" && mayGiveBilling;
  const billingHint =
    billing === "always"
      ? t("users.preferences.billingAlways")
      : billing === "never"
        ? t("users.preferences.billingNever")
        : mayGiveBilling
          ? t("users.preferences.billingRightHint")
          : sentence(t, "refusals", "partners_never_give_billing");
  return (
    <ActionForm action={draftPreferencesAction} {...stepForm(t, "preferences", view)}>
      <CheckboxField
        name="billingRight"
        label={t("users.preferences.billingRight")}
        hint={billingHint}
        disabled={!isChoice}
        defaultChecked={billing === "always" || (isChoice && answers.billingRight)}
      />
      <CheckboxField
        name="remindersByEmail"
        label={t("users.preferences.remindersByEmail")}
        hint={t("users.preferences.remindersHint")}
        defaultChecked={answers.remindersByEmail}
      />
      <CheckboxField
        name="remindersBySms"
        label={t("users.preferences.remindersBySms")}
        hint={t("users.preferences.remindersHint")}
        defaultChecked={answers.remindersBySms}
      />
      <CheckboxField
        name="productEventsByEmail"
        label={t("users.preferences.productEventsByEmail")}
        hint={t("users.preferences.productEventsHint")}
        defaultChecked={answers.productEventsByEmail}
      />
      {view.isLegalRepresentative ? (
        <p className="text-sm text-muted">{t("users.preferences.rule")}</p>
      ) : null}
    </ActionForm>
  );
}
