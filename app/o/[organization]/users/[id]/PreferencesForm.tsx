import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { DescriptionList } from "@/components/ui/DescriptionList";
import type { ShownUser } from "@/lib/domain/organizations/queries/showUser";
import type { Translate } from "@/lib/i18n/translator";
import { savePreferencesAction } from "./actions";

const SWITCHES = ["remindersByEmail", "remindersBySms", "productEventsByEmail"] as const;

/** What a member is told about: to be switched by whoever manages them, to be read by everybody else (USR-6, USR-15). */
export function PreferencesForm({ t, view }: { t: Translate; view: ShownUser }) {
  const { member, organization, person, isManaged } = view;
  if (!isManaged)
    return (
      <DescriptionList
        items={SWITCHES.map((name) => ({
          term: t(`users.preferences.${name}`),
          value: t(member[name] ? "common.yes" : "common.no"),
        }))}
      />
    );
  return (
    <ActionForm
      action={savePreferencesAction}
      scope={{ key: randomUUID(), user: person.userId, organization: organization.slug }}
      hidden={{ id: member.id, version: String(member.version) }}
      labels={formLabels(t)}
      submit={t("common.save")}
      tone="secondary"
      resetOnDone
    >
      {SWITCHES.map((name) => (
        <CheckboxField
          key={name}
          name={name}
          look="switch"
          label={t(`users.preferences.${name}`)}
          hint={t(
            name === "productEventsByEmail"
              ? "users.preferences.productEventsHint"
              : "users.preferences.remindersHint",
          )}
          defaultChecked={member[name]}
        />
      ))}
      {view.isLegalRepresentative ? (
        <p className="text-sm text-muted">{t("users.preferences.rule")}</p>
      ) : null}
    </ActionForm>
  );
}
