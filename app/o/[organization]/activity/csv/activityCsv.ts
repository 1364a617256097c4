import { stringify } from "csv-stringify/sync";
import { type RecordedChange, tellChange } from "@/lib/i18n/activity";
import { isoInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";

const COLUMNS = ["when", "who", "onBehalf", "what", "about", "details"] as const;

/** Recorded changes as a file that spreadsheets open: no formula and no line break of somebody's making in it (COMP-4). */
export function activityCsv(
  lines: readonly (RecordedChange & { at: Date })[],
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const records = lines.map((line) => {
    const { sentence, onBehalf, details } = tellChange(line, t, locale);
    const when = isoInstant(line.at);
    return [
      when,
      line.actorName,
      onBehalf ?? "",
      sentence,
      line.subjectName,
      details.join(t("common.between")),
    ];
  });
  const heading = COLUMNS.map((column) => t(`activity.csv.${column}`));
  return stringify(
    [heading, ...records].map((record) => record.map(onOneLine)),
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: "windows",
    },
  );
}

const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
