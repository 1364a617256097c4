import { parse } from "csv-parse/sync";

/** One address as it was written, with its line. */
export type WrittenAddress = {
  line: number;
  text: string;
  /** The line is one of a file, beside others that were typed. */
  inFile?: true;
};

/** As links to addresses are copied: "mailto:name@example.com?subject=…". */
const withoutScheme = (text: string): string =>
  /^mailto:/i.test(text) ? text.replace(/^mailto:/i, "").replace(/\?.*$/s, "") : text;

/** What no text holds: such a file is an image, a spreadsheet or a program. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\0-\x08\x0e-\x1a]/;

/** Whether a file can be one of addresses at all. */
export const isText = (bytes: Uint8Array): boolean => !BINARY.test(decode(bytes));

/**
 * Addresses that were typed or pasted: one a line, or parted by commas, semicolons or spaces; "Name <address>" too,
 * where the name may hold commas. Words without an address among them are one unreadable line, not several.
 */
export function addressesOfText(text: string): WrittenAddress[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((content, index) => partsOf(content).map((part) => ({ line: index + 1, text: part })));
}

function partsOf(line: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of line.matchAll(/<([^<>]*)>/g)) {
    // Before the bracket stands a name, and perhaps addresses without one.
    parts.push(
      ...wordsOf(line.slice(from, match.index)).filter((word) => word.includes("@")),
      match[1] ?? "",
    );
    from = match.index + match[0].length;
  }
  const rest = line.slice(from);
  parts.push(...rest.split(/[,;]+/).flatMap((part) => (part.includes("@") ? wordsOf(part) : part)));
  return parts.map((part) => withoutScheme(part.trim())).filter((part) => part !== "");
}

const wordsOf = (text: string): string[] => text.split(/[\s,;"]+/);

const HEADINGS = /^(e-?mail|mail|courriel|adresse|address|adresse e-?mail|e-?mail address)$/i;

/** Addresses of a CSV file: the column headed "e-mail", or else the first column that holds an @. */
export function addressesOfCsv(bytes: Uint8Array): WrittenAddress[] {
  const text = decode(bytes);
  const delimiter = [";", "\t", ","].find((sign) => text.split(/\r\n|\r|\n/, 1)[0]?.includes(sign)) ?? ",";
  const records = recordsOf(text, delimiter);
  const [first, ...others] = records;
  if (!first) return [];
  const heading = first.record.findIndex((cell) => HEADINGS.test(cell.trim()));
  const column =
    heading >= 0
      ? heading
      : Math.max(
          0,
          first.record.findIndex((cell) => cell.includes("@")),
        );
  return (heading >= 0 ? others : records)
    .map(({ record, info }) => ({ line: info.lines, text: withoutScheme((record[column] ?? "").trim()) }))
    .filter(({ text: cell }) => cell !== "");
}

type CsvRecord = { record: string[]; info: { lines: number } };

/** The cells of a file; where its quotes are broken they are signs like any other. */
function recordsOf(text: string, delimiter: string): CsvRecord[] {
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  };
  try {
    return parse(text, options) as unknown as CsvRecord[];
  } catch {
    const records = parse(text, { ...options, quote: false }) as unknown as CsvRecord[];
    return records.map(({ record, info }) => ({ record: record.map(withoutQuotes), info }));
  }
}

const withoutQuotes = (cell: string): string => cell.replace(/^"+|"+$/g, "").trim();

/** UTF-8, UTF-16 by its mark, and otherwise what spreadsheets of old write (Windows-1252). */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
