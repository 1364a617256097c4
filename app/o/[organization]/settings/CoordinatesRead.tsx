import { DescriptionList } from "@/components/ui/DescriptionList";
import { countryName } from "@/lib/i18n/format";
import { isLocale, LOCALE_NAMES, type Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";

export type Coordinates = {
  slug: string;
  version: number;
  kind: "PERSON" | "COMPANY";
  currency: "CHF" | "EUR";
  name: string;
  street: string;
  houseNumber: string;
  postalCode: string;
  city: string;
  country: string;
  phone: string;
  locale: string;
};

/** The coordinates for those who read them only. */
export function CoordinatesRead({
  t,
  locale,
  coordinates,
}: {
  t: Translate;
  locale: Locale;
  coordinates: Coordinates;
}) {
  const language = coordinates.locale;
  const rows = {
    name: coordinates.name,
    street: coordinates.street,
    houseNumber: coordinates.houseNumber,
    postalCode: coordinates.postalCode,
    city: coordinates.city,
    country: countryName(coordinates.country, locale),
    phone: coordinates.phone,
    language: isLocale(language) ? LOCALE_NAMES[language] : language,
  };
  const fields = Object.keys(rows) as (keyof typeof rows)[];
  return (
    <DescriptionList
      items={fields.map((field) => ({
        term: t(`organizations.settings.${field}`),
        value: rows[field] ? (
          <bdi className="[overflow-wrap:anywhere]">{rows[field]}</bdi>
        ) : (
          <span className="text-muted">{t("organizations.settings.missing")}</span>
        ),
      }))}
    />
  );
}
