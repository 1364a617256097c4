import { COUNTRIES } from "@/lib/kernel/countries";
import type { Locale } from "./locales";

/** How a language writes dates: English as in Europe, day before month; French without a comma after the weekday. */
const REGION: Record<Locale, string> = { en: "en-GB", fr: "fr-FR" };

const built = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([locale, timeZone, options]);
  let format = built.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(REGION[locale], { ...options, timeZone: knownZone(timeZone) });
    built.set(key, format);
  }
  return format;
}

/** The zone itself, or UTC where this machine does not know it. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** "CHF 1,234.50" from hundredths, exactly: the number never becomes a floating-point one (BILL-9). */
export function moneyText(amountMinor: bigint, currency: string, locale: Locale): string {
  const digits = String(amountMinor < 0n ? -amountMinor : amountMinor).padStart(3, "0");
  const decimal = `${amountMinor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return moneyFormat(currency, locale).format(decimal as `${number}`);
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, locale: Locale): Intl.NumberFormat {
  const key = currency + locale;
  let format = moneyFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(REGION[locale], { style: "currency", currency, currencyDisplay: "code" });
    moneyFormats.set(key, format);
  }
  return format;
}

/** "25 %" from hundredths of a percent. */
export const percentText = (basisPoints: number, locale: Locale): string =>
  new Intl.NumberFormat(REGION[locale], { style: "percent", maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );

/** "22 November 2026" for a plain day such as "2026-11-22", which is the same in every zone. */
export const plainDayText = (day: string, locale: Locale): string =>
  dayText(new Date(`${day}T00:00:00Z`), locale, "UTC");

/** "22 Nov 2026" for a plain day. */
export const shortPlainDayText = (day: string, locale: Locale): string =>
  shortDayText(new Date(`${day}T00:00:00Z`), locale, "UTC");

/** "22 November 2026", in the reader's language and zone. */
export const dayText = (at: Date, locale: Locale, timeZone: string): string =>
  formatter(locale, timeZone, { dateStyle: "long" }).format(at);

/** "22 Nov 2026". */
export const shortDayText = (at: Date, locale: Locale, timeZone: string): string =>
  formatter(locale, timeZone, { dateStyle: "medium" }).format(at);

/** "Sunday 22 November 2026". */
export const weekdayText = (at: Date, locale: Locale, timeZone: string): string =>
  formatter(locale, timeZone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at);

/** "14:05". */
export const timeText = (at: Date, locale: Locale, timeZone: string): string =>
  formatter(locale, timeZone, { timeStyle: "short" }).format(at);

/** "22 Nov 2026, 14:05". */
export const instantText = (at: Date, locale: Locale, timeZone: string): string =>
  formatter(locale, timeZone, { dateStyle: "medium", timeStyle: "short" }).format(at);

/** "2026-11-22T13:05:09Z": the same instant to every program that reads it. */
export const isoInstant = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "Z");

/** The zone in words: "Central European Standard Time". */
export const zoneText = (at: Date, locale: Locale, timeZone: string): string =>
  formatter(locale, timeZone, { timeZoneName: "long" })
    .formatToParts(at)
    .find((part) => part.type === "timeZoneName")?.value ?? timeZone;

/** "Sunday 22 November 2026 at 14:05 (Central European Standard Time)": where a reader's zone may not be the writer's. */
export const fullInstantText = (at: Date, locale: Locale, timeZone: string): string => {
  const text = formatter(locale, timeZone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
  return `${text} (${zoneText(at, locale, timeZone)})`;
};

/** A country's name in the reader's language; the code itself where it has none. */
export const countryName = (code: string, locale: Locale): string => {
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
};

const options = new Map<Locale, readonly { value: string; label: string }[]>();

/** Every country for a select, in the reader's language and alphabet. */
export function countryOptions(locale: Locale): readonly { value: string; label: string }[] {
  const known = options.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  const made = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((one, other) =>
    compare(one.label, other.label),
  );
  options.set(locale, made);
  return made;
}
