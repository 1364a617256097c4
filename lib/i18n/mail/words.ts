/** Marks around what a mail emphasises; both renderers take them out again. Private use: no name can hold them. */
export const STRONG = { open: "\uE000", close: "\uE001" } as const;

const MARKS = new RegExp(`[${STRONG.open}${STRONG.close}]`, "g");
/** Embeddings, overrides and isolates: they could turn around the sentence in which a name stands. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u200F\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const [ISOLATE, POP] = ["\u2068", "\u2069"];
const LONGEST_IN_SUBJECT = 70;

/** Somebody's words on one line: no line break, no control sign, and right-to-left text that stays in its place. */
export function oneLine(text: string): string {
  const line = text
    .replace(MARKS, "")
    .replace(TURNING, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return RIGHT_TO_LEFT.test(line) ? `${ISOLATE}${line}${POP}` : line;
}

/** The same, for a sentence in which it is what matters. */
export const strong = (text: string): string => `${STRONG.open}${oneLine(text)}${STRONG.close}`;

/** The same, short enough for a subject; never cut within a sign. */
export function brief(text: string): string {
  const signs = Array.from(new Intl.Segmenter().segment(text.slice(0, 2_000)), ({ segment }) => segment);
  return oneLine(
    signs.length > LONGEST_IN_SUBJECT ? `${signs.slice(0, LONGEST_IN_SUBJECT - 1).join("")}…` : text,
  );
}
