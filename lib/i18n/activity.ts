import { z } from "zod";
import { type ObjectType, SCALES } from "@/lib/access/families";
import { countryName } from "./format";
import { isLocale, LOCALE_NAMES, type Locale } from "./locales";
import { oneLine } from "./mail/words";
import { thingInWords } from "./promises";
import type { Translate } from "./translator";

type Fact = string | number | boolean | null;
type Facts = Readonly<Record<string, Fact>>;

/** One recorded change, as far as it is told. */
export type RecordedChange = {
  action: string;
  actorName: string;
  onBehalfOfName: string | null;
  subjectName: string;
  before: Facts | null;
  after: Facts | null;
};

/** A piece of a sentence, `at` its place in it; names stand out. */
export type Piece = { at: number; text: string; isName: boolean };

/** A change in the reader's words. */
export type ToldChange = {
  /** The sentence in pieces, for a page. */
  pieces: Piece[];
  /** The same in one piece, for files. */
  sentence: string;
  /** The partner on whose behalf it was done. */
  onBehalf: string | null;
  /** What was different before and after, one line each. */
  details: string[];
};

// Private use: marks where a name begins and ends, and no name can hold it.
const NAME = "\uE002";

/** Tells a recorded change: who did what on whose behalf, and what it was before and after (COMP-4, PART-16). */
export function tellChange(change: RecordedChange, t: Translate, locale: Locale): ToldChange {
  const key = `activity.did.${wordOf(change)}`;
  const marked = t(t.has(key) ? key : "activity.did.other", {
    who: asName(change.actorName || t("activity.somebody")),
    subject: asName(change.subjectName),
    action: change.action,
    successor: asName(String(change.after?.legalRepresentative ?? "")),
    object: asName(objectOf(change.after ?? change.before, locale)),
    former: asName(String(change.before?.name ?? "")),
    team: asName(String(change.after?.team ?? change.before?.team ?? "")),
  });
  const pieces = marked
    .split(NAME)
    .map((text, at) => ({ at, text, isName: at % 2 === 1 }))
    .filter((piece) => piece.text !== "");
  return {
    pieces,
    sentence: pieces.map((piece) => piece.text).join(""),
    onBehalf: change.onBehalfOfName === null ? null : oneLine(change.onBehalfOfName),
    details: details(change, t, locale),
  };
}

/** Somebody who hands over their own role is not told of as of two people. */
const wordOf = ({ action, actorName, subjectName }: RecordedChange): string =>
  action === "legalRepresentative.replaced" && actorName === subjectName
    ? "legalRepresentative.passedOn"
    : action;

/** What a kind of change is called in a filter. */
export function kindInWords(action: string, t: Translate): string {
  const key = `activity.kind.${action}`;
  return t.has(key) ? t(key) : action;
}

const asName = (text: string): string => `${NAME}${oneLine(text).replaceAll(NAME, "")}${NAME}`;

/** What was given: all of a kind in the reader's language, anything else by its own name. */
function objectOf(facts: Facts | null, locale: Locale): string {
  const names = KindNames.safeParse(parsed(facts?.kindNames));
  return names.data?.[locale] ?? String(facts?.object ?? "");
}

const KindNames = z.record(z.string(), z.string());

/** What an entry keeps as JSON; undefined for anything else, such as what was recorded in words. */
function parsed(value: Fact | undefined): unknown {
  try {
    return JSON.parse(String(value ?? ""));
  } catch {
    return undefined;
  }
}

const Things = z.array(
  z.object({
    type: z.custom<ObjectType>((type) => typeof type === "string" && Object.hasOwn(SCALES, type)),
    name: z.string(),
    kindNames: KindNames.nullable(),
    rights: z.number(),
  }),
);

/** What was promised with an invitation, in the reader's language. */
function thingsInWords(value: Fact | undefined, t: Translate, locale: Locale): string | undefined {
  const things = Things.safeParse(parsed(value)).data;
  return things && oneLine(things.map((thing) => thingInWords(t, locale, thing)).join(t("common.between")));
}

/** Fields that are part of the sentence itself. */
const IN_SENTENCE: Readonly<Record<string, readonly string[]>> = {
  "resource.renamed": ["name"],
  "team.joined": ["team"],
  "team.left": ["team"],
};

function details({ action, before, after }: RecordedChange, t: Translate, locale: Locale): string[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const said of ["object", "kindNames", ...(IN_SENTENCE[action] ?? [])]) fields.delete(said);
  return [...fields].flatMap((field) => {
    const [was, is] = [before?.[field], after?.[field]];
    const words = (value: Fact | undefined) => inWords(field, value, t, locale);
    // Of something made or ended, what was never switched on is no news.
    if (was === undefined)
      return isSilent(is)
        ? []
        : [t("activity.detail.made", { field: fieldName(field, t), after: words(is) })];
    if (after === null)
      // Where somebody's place has ended, what they were told no longer matters.
      return isSilent(was) || typeof was === "boolean"
        ? []
        : [t("activity.detail.ended", { field: fieldName(field, t), before: words(was) })];
    if (was === is) return [];
    return [
      t("activity.detail.changed", { field: fieldName(field, t), before: words(was), after: words(is) }),
    ];
  });
}

const isSilent = (value: Fact | undefined): boolean =>
  value === false || value === null || value === undefined || value === "";

function fieldName(field: string, t: Translate): string {
  const key = `activity.field.${field}`;
  return t.has(key) ? t(key) : field;
}

/** Fields whose values are codes: the words of their group. */
const CODED: Record<string, string> = {
  role: "common.roles",
  formerBecomes: "activity.becomes",
  kind: "activity.kindOf",
  appearance: "activity.appearance",
  resourceType: "access.types",
  colour: "teams.colours",
};

/** Fields that hold what somebody may do: what it is on and the words for it, `PRODUCT technical statistics`. */
const RIGHTS = new Set(["rights", "sharedWithAll"]);

function rightsInWords(text: string, t: Translate): string {
  const [type = "", ...words] = text.split(" ");
  const called = words.map((word) => {
    const key = [`access.rights.${type}.${word}`, `access.levels.${type}.${word}`].find((one) => t.has(one));
    return key && t.has(key) ? t(key) : word;
  });
  return called.join(", ") || t("access.nothing");
}

function inWords(field: string, value: Fact | undefined, t: Translate, locale: Locale): string {
  if (typeof value === "boolean") return t(value ? "activity.value.on" : "activity.value.off");
  const text = oneLine(String(value ?? ""));
  if (text === "") return t("activity.value.nothing");
  if (field === "products") return thingsInWords(value, t, locale) ?? text;
  if (RIGHTS.has(field)) return rightsInWords(text, t);
  if (field === "country") return countryName(text, locale);
  if (field === "locale" && isLocale(text)) return LOCALE_NAMES[text];
  const group = CODED[field];
  const key = group ? `${group}.${text}` : "";
  return t.has(key) ? t(key) : text;
}
