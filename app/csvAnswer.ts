import { stringify } from "csv-stringify/sync";

/** A file that spreadsheets open: no formula and no line break of somebody's making in it. */
export const csvAnswer = (name: string, columns: string[], records: readonly string[][]): Response =>
  new Response(
    stringify([columns, ...records.map((record) => record.map(oneLine))], {
      bom: true,
      escape_formulas: true,
      record_delimiter: "windows",
    }),
    {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}.csv"`,
        "Cache-Control": "private, no-store",
      },
    },
  );

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
