import type { Cell, CellLine } from "@/components/manager/tableTypes";
import { type ObjectType, SCALES } from "@/lib/access/families";
import type { Contribution } from "@/lib/access/resolution";
import type { ReachLine } from "@/lib/domain/products/reachLines";
import { originsInWords, rightsInWords } from "@/lib/i18n/accessWords";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";

export type Names = Readonly<Record<string, string>>;

/** A name that the catalogue has in several languages, in the reader's, else in English. */
export const nameIn = (names: Names, locale: Locale): string => names[locale] ?? names.en ?? "";

/** What something is called that can be given: its own name, or all of a kind. */
export const objectName = (
  object: { as: "product" | "kind" | "resource"; name: string; kindNames: Names },
  { t, locale }: { t: Translate; locale: Locale },
): string =>
  object.as === "kind" ? t("access.allOfKind", { kind: nameIn(object.kindNames, locale) }) : object.name;

/** The same within a sentence. */
export const objectWithin = (
  object: Parameters<typeof objectName>[0],
  { t, locale }: { t: Translate; locale: Locale },
): string =>
  object.as === "kind"
    ? t("access.allOfKindWithin", { kind: nameIn(object.kindNames, locale) })
    : object.name;

/** One word of a scale, and what it allows. */
export function wordText(t: Translate, type: ObjectType, word: string): { label: string; hint: string } {
  const say = (groups: readonly string[]) => {
    const key = groups.map((group) => `access.${group}.${type}.${word}`).find((one) => t.has(one));
    return key && t.has(key) ? t(key) : "";
  };
  return { label: say(["rights", "levels"]) || word, hint: say(["hints", "levelHints"]) };
}

/** What somebody has on one thing as a line of a table: what it is, and where it comes from, with the reason where it does not count. `kind`: of which kind all may have been given. */
export function lineOf(
  t: Translate,
  line: ReachLine,
  { itself, href, kind }: { itself: boolean; href?: string; kind?: string },
): CellLine {
  const rights = rightsInWords(t, line.type, line.rights);
  const isPlain = line.contributions.length === 1;
  return {
    text: itself ? rights : t("access.list.line", { name: line.name, rights }),
    ...(href === undefined ? {} : { href }),
    from: line.contributions.map((one) => {
      const from = originsInWords(t, [one], kind);
      const given = rightsInWords(t, line.type, one.rights);
      const text = isPlain ? from : t("access.list.contribution", { from, rights: given });
      return one.wins ? ([text] as const) : ([text, t(`access.list.idle.${idleReason(line, one)}`)] as const);
    }),
  };
}

/** Why something that was given does not count (TEAM-4), in a word. */
const idleReason = (
  { type, contributions }: ReachLine,
  { rights }: Contribution,
): "nothing" | "individual" | "highest" => {
  if (rights === 0) return "nothing";
  const hasOwn = contributions.some(({ source }) => source.via === "individual");
  return SCALES[type].resolution === "individual" && hasOwn ? "individual" : "highest";
};

/** At most this many lines in one cell; the rest is counted. */
const MOST_LINES = 6;

/** What somebody has on one thing and inside it, as a cell of a table. */
export function linesCell(
  t: Translate,
  lines: readonly ReachLine[],
  tell: (line: ReachLine) => CellLine,
): Cell {
  const more = lines.length - MOST_LINES;
  return {
    lines: lines.slice(0, MOST_LINES).map(tell),
    ...(more > 0 ? { more: t("access.list.more", { count: more }) } : {}),
  };
}
