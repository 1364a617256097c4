import { randomUUID } from "node:crypto";
import { termsLabel } from "@/app/termsLabel";
import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField, SelectField, TextField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { countryOptions } from "@/lib/i18n/format";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { editCoordinatesAction } from "./actions";
import type { Coordinates } from "./CoordinatesRead";

/** Street and number apart, as invoices and payment slips need them; the general terms are ticked anew each time (ORG-11). */
export function CoordinatesForm({
  t,
  locale,
  coordinates,
  userId,
}: {
  t: Translate;
  locale: Locale;
  coordinates: Coordinates;
  userId: string;
}) {
  const { slug, version, kind, name, street, houseNumber, postalCode, city, country, phone } = coordinates;
  return (
    <ActionForm
      action={editCoordinatesAction}
      labels={formLabels(t)}
      scope={{ key: randomUUID(), user: userId, organization: slug }}
      hidden={{ version: String(version) }}
      initial={{ name, street, houseNumber, postalCode, city, country, phone, locale: coordinates.locale }}
      submit={t("common.saveChanges")}
      resetOnDone
    >
      <TextField
        name="name"
        label={t("organizations.settings.name")}
        hint={t(`organizations.settings.nameHint.${kind}`)}
        autoComplete="organization"
      />
      <div className="grid items-start gap-5 sm:grid-cols-[1fr_10rem] sm:gap-4">
        <TextField name="street" label={t("organizations.settings.street")} autoComplete="address-line1" />
        <TextField
          name="houseNumber"
          label={t("organizations.settings.houseNumber")}
          autoComplete="address-line2"
          optional
        />
      </div>
      <div className="grid items-start gap-5 sm:grid-cols-[10rem_1fr] sm:gap-4">
        <TextField
          name="postalCode"
          label={t("organizations.settings.postalCode")}
          autoComplete="postal-code"
        />
        <TextField name="city" label={t("organizations.settings.city")} autoComplete="address-level2" />
      </div>
      <div className="grid items-start gap-5 sm:grid-cols-2 sm:gap-4">
        <SelectField
          name="country"
          label={t("organizations.settings.country")}
          options={countryOptions(locale)}
          autoComplete="country"
        />
        <SelectField
          name="locale"
          label={t("organizations.settings.language")}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        />
      </div>
      <TextField
        name="phone"
        label={t("organizations.settings.phone")}
        hint={t("organizations.settings.phoneHint")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
      <CheckboxField name="terms" label={termsLabel(t)} />
    </ActionForm>
  );
}
