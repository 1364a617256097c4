import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { z } from "zod";
import { FAMILY_NAMES } from "@/lib/access/families";
import { lineOfText } from "@/lib/domain/identity/inputs";
import { LOCALES } from "@/lib/i18n/locales";
import { type Catalogue, type Complaint, complaintsAbout, RENEWAL_WARRANTIES } from "./rules/catalogue";
import { CURRENCIES, minorUnits, PERIODS } from "./rules/prices";

/** A catalogue that cannot be used; the message names every problem with file and line. */
export class CatalogueError extends Error {}

const MOST_UNITS = 2_000_000_000;

const SAYS = {
  negative: "a price is never negative",
  too_precise: "an amount has at most two decimals",
  no_amount: "this is no amount, such as 9.92",
} as const;

const problem = (says: string) => ({ error: says });

/** Words of the file are in small letters, those of the database in capitals. */
const word = <Word extends string>(words: readonly Word[]) => {
  const asWritten = (known: string) => known.toLowerCase().replaceAll("_", "-");
  return z
    .string()
    .refine((text) => words.some((known) => asWritten(known) === text), {
      error: ({ input }) => `"${input}" is none of ${words.map(asWritten).join(", ")}`,
      abort: true,
    })
    .transform((text) => words.find((known) => asWritten(known) === text) as Word);
};

/** A group of entries that are all known. */
const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === "unrecognized_keys" ? `known here are only ${Object.keys(shape).join(", ")}` : undefined,
  });

const each = <Key extends string, Schema extends z.ZodType>(keys: readonly Key[], schema: Schema) =>
  group(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>);

/** Not as long as an id: what a grant is on is told by either. */
const Key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, problem("a key is small letters and digits, with hyphens between"))
  .max(30, problem("a key has at most 30 characters"));

const YesNo = word(["YES", "NO"]).transform((answer) => answer === "YES");

const Count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, problem("this is no whole number from 1 upwards"))
  .transform(Number);

const Amount = z.string().transform((text, context) => {
  const amount = minorUnits(text);
  if (typeof amount === "bigint") return amount;
  context.issues.push({ code: "custom", message: SAYS[amount], input: text });
  return z.NEVER;
});

const Name = each(
  LOCALES,
  z
    .string()
    .trim()
    .refine(
      (name) => lineOfText(100).safeParse(name).success,
      problem("a name is one line of 1 to 100 characters"),
    ),
);

const Percent = z
  .string()
  .regex(/^(100|\d{1,2}(\.\d{1,2})?) ?%$/, problem("a reduction is a percentage up to 100 %, such as 25 %"))
  .transform((text) => Number(minorUnits(text.replace(/ ?%$/, ""))));

const Ranges = z
  .record(
    z.string().regex(/^\d{1,9}(-\d{1,9}|\+)$/, problem("a range of quantities looks like 10-34 or 35+")),
    Percent,
  )
  .transform((ranges) =>
    Object.entries(ranges).map(([text, reductionBasisPoints]) => {
      const [from, to] = text.split("-");
      return {
        text,
        from: Number.parseInt(from ?? "", 10),
        to: to === undefined ? null : Math.min(Number(to), MOST_UNITS),
        reductionBasisPoints,
      };
    }),
  );

const Prices = each(
  PERIODS.map((period) => period.toLowerCase() as Lowercase<(typeof PERIODS)[number]>),
  each(CURRENCIES, Amount).optional(),
).transform(({ month, quarter, year }) => ({
  ...(month && { MONTH: month }),
  ...(quarter && { QUARTER: quarter }),
  ...(year && { YEAR: year }),
}));

const Offer = group({
  names: Name,
  storageGb: Count.optional(),
  addresses: Count.optional(),
  prices: Prices.default({}),
  degressive: Ranges.default([]),
});

const Kind = group({
  family: z.enum(FAMILY_NAMES),
  names: Name,
  personal: YesNo.default(false),
  renewalWarranty: word(RENEWAL_WARRANTIES).default("AT_ORDER"),
  transferable: YesNo.default(true),
  upgradeOnly: YesNo.default(false),
  includes: z.array(Key).default([]),
  offers: z.record(Key, Offer),
});

const File = group({ kinds: z.record(Key, Kind) });
const Readable = z.object({ kinds: z.record(z.string(), z.unknown()) });

/**
 * Reads a catalogue from YAML. Everything in it is taken as text, so that an amount is never a floating-point number.
 * Throws one {@link CatalogueError} with a line for each problem: `prisma/catalogue.yaml:42: …`.
 */
export function readCatalogue(text: string, fileName: string): Catalogue {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const malformed = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    says: code === "DUPLICATE_KEY" ? "this key is there twice" : message,
    code,
  }));
  // Where the text itself cannot be understood, whatever else could be said about it is a consequence of that.
  const isReadable = malformed.every(({ code }) => code === "DUPLICATE_KEY");
  const parsed = isReadable ? File.safeParse(document.toJS(), { reportInput: true }) : undefined;
  const complaints = parsed ? [...complaintsOf(parsed.error), ...togetherIn(document.toJS())] : [];
  const problems = [
    ...malformed,
    ...complaints.map(({ path, says }) => ({
      line: lineOf(document, lines, path),
      says: path.length > 0 ? `${path.join(" › ")}: ${says}` : says,
    })),
  ].sort((one, other) => one.line - other.line);
  if (parsed?.success && problems.length === 0) return parsed.data.kinds;
  throw new CatalogueError(problems.map(({ line, says }) => `${fileName}:${line}: ${says}`).join("\n"));
}

/** How the kinds go together, as far as each can be understood alone. */
function togetherIn(content: unknown): Complaint[] {
  const kinds = Object.entries(Readable.safeParse(content).data?.kinds ?? {});
  const understood = kinds.flatMap(([key, kind]) => {
    const { data } = Kind.safeParse(kind);
    return data ? [[key, data] as const] : [];
  });
  return complaintsAbout(
    Object.fromEntries(understood),
    kinds.map(([key]) => key),
  );
}

const complaintsOf = (error: z.ZodError | undefined): Complaint[] =>
  (error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => ({ path: [...path, key], says: issue.message }));
      case "invalid_key":
        return issue.issues.map(({ message }) => ({ path, says: message }));
      case "invalid_type":
        return [
          {
            path,
            says: isNothing(issue.input)
              ? "this is missing"
              : `this must be ${SHAPES[issue.expected] ?? issue.expected}`,
          },
        ];
      case "invalid_value":
        return [{ path, says: `this is none of ${issue.values.join(", ")}` }];
      default:
        return [{ path, says: issue.message }];
    }
  });

const isNothing = (input: unknown): boolean => input === undefined || input === null || input === "";

const SHAPES: Readonly<Record<string, string>> = {
  object: "a group of entries",
  record: "a group of entries",
  array: "a list",
  string: "a text",
};

/** The line of what a path leads to, or of the last thing on the way that is there. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly (string | number)[]): number {
  let [node, offset]: [Node | null | undefined, number] = [
    document.contents,
    document.contents?.range?.[0] ?? 0,
  ];
  for (const step of path) {
    if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined;
      offset = node?.range?.[0] ?? offset;
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      node = pair.value as Node | null;
      offset = (pair.key as Node).range?.[0] ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}
