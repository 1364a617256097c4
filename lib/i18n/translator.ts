import { IntlMessageFormat } from "intl-messageformat";
import { createElement, Fragment, type ReactNode } from "react";
import type { Locale } from "./locales";
import { en, type Messages } from "./messages/en";
import { fr } from "./messages/fr";

type Leaves<Node, Prefix extends string = ""> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Every sentence there is, as `namespace.key`. A key that the English files lack does not compile. */
export type MessageKey = Leaves<Messages>;

export type MessageValues = Record<string, string | number | Date>;
type Tags = Record<string, string | number | Date | ((chunks: ReactNode) => ReactNode)>;

export interface Translate {
  /** The sentence in the reader's language, ICU syntax filled with `values`. */
  (key: MessageKey, values?: MessageValues): string;
  /** The same with tags: `t.rich("a.b", { link: (chunks) => <a href="/x">{chunks}</a> })`. */
  rich(key: MessageKey, values: Tags): ReactNode;
  /** Whether a key made from data at run time exists. */
  has(key: string): key is MessageKey;
}

const MESSAGES: Record<Locale, Messages> = { en, fr };

/** Sentences with none of ICU's signs are themselves, once and for all: most calls never meet the parser. */
const ICU = /[{}<>'#]/;

function flatten(node: object, prefix: string, into: Map<string, string>) {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string") into.set(prefix + key, value);
    else flatten(value, `${prefix}${key}.`, into);
  }
  return into;
}

function build(locale: Locale): Translate {
  const sentences = flatten(MESSAGES[locale], "", new Map());
  const plain = new Map([...sentences].filter(([, sentence]) => !ICU.test(sentence)));
  const parsed = new Map<string, IntlMessageFormat>();
  // The others are parsed when they are first said.
  const formatOf = (key: string): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known) return known;
    const sentence = sentences.get(key);
    if (sentence === undefined) throw new Error(`There is no sentence ${key}`);
    const format = new IntlMessageFormat(sentence, locale);
    parsed.set(key, format);
    return format;
  };
  const t = (key: string, values?: MessageValues) => plain.get(key) ?? String(formatOf(key).format(values));
  return Object.assign(t, {
    rich: (key: string, values: Tags): ReactNode =>
      createElement(Fragment, null, ...[formatOf(key).format<ReactNode>(values)].flat()),
    has: (key: string): key is MessageKey => sentences.has(key),
  });
}

const built = new Map<Locale, Translate>();

/**
 * The translator of a locale; built once per process.
 * `t("common.save")`, `t("users.count", { count: 3 })`. Throws when a value that the sentence needs is missing.
 */
export function translator(locale: Locale): Translate {
  let t = built.get(locale);
  if (!t) {
    t = build(locale);
    built.set(locale, t);
  }
  return t;
}
