import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
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
  const messages = MESSAGES[locale];
  const sentences = flatten(messages, "", new Map());
  const plain = new Map([...sentences].filter(([, sentence]) => !ICU.test(sentence)));
  // Typed loosely on purpose: our own key type is the check, and use-intl's is slow to compile on a big tree.
  const icu = createTranslator<Record<string, object>>({
    locale,
    messages: { ...messages },
    timeZone: "UTC",
    onError(error) {
      throw error;
    },
  });
  const t = (key: string, values?: MessageValues) => plain.get(key) ?? icu(key as never, values as never);
  return Object.assign(t, {
    rich: (key: string, values: Tags): ReactNode => icu.rich(key as never, values as never),
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
