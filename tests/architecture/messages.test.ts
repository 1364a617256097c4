import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { ROOT, sources } from "../support/sources";
import sameInEveryLanguage from "./sameInEveryLanguage.json";

/** Every language says everything that English says, with the same blanks to fill. */

const FOLDER = join(ROOT, "lib/i18n/messages");
const others = LOCALES.filter((locale) => locale !== "en");

/** `namespace.key` -> sentence, of one language. */
function sentences(locale: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const file of readdirSync(join(FOLDER, locale)))
    collect(JSON.parse(readFileSync(join(FOLDER, locale, file), "utf8")), file.replace(/\.json$/, ""), all);
  return all;
}

function collect(node: unknown, key: string, into: Map<string, string>) {
  if (typeof node === "string") into.set(key, node);
  else if (node && typeof node === "object")
    for (const [name, child] of Object.entries(node)) collect(child, `${key}.${name}`, into);
  else throw new Error(`${key} is neither a sentence nor a group of sentences`);
}

/** The blanks of a sentence, such as `count: plural`, `role: select(a|b)`, `<link>`; sorted, each once. */
function blanks(elements: MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.argument:
        return [`${element.value}: text`];
      case TYPE.number:
        return [`${element.value}: number`];
      case TYPE.date:
      case TYPE.time:
        return [`${element.value}: ${TYPE[element.type]}`];
      case TYPE.select: {
        const inner = Object.values(element.options).flatMap((option) => blanks(option.value));
        return [`${element.value}: select(${Object.keys(element.options).sort().join("|")})`, ...inner];
      }
      case TYPE.plural: {
        const inner = Object.values(element.options).flatMap((option) => blanks(option.value));
        return [`${element.value}: number`, ...inner];
      }
      case TYPE.tag:
        return [`<${element.value}>`, ...blanks(element.children)];
      default:
        return [];
    }
  });
  return [...new Set(found)].sort();
}

const english = sentences("en");

describe.each(LOCALES)("the sentences in %s", (locale) => {
  const all = sentences(locale);

  it("are never empty", () => {
    expect([...all].filter(([, sentence]) => sentence.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("are all well-formed", () => {
    const broken = [...all].filter(([, sentence]) => {
      try {
        return parse(sentence).length === 0;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });
});

describe.each(others)("%s beside English", (locale) => {
  const all = sentences(locale);

  it("has the same keys", () => {
    expect([...all.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("leaves the same blanks", () => {
    const different = [...english].flatMap(([key, sentence]) => {
      const [here, there] = [blanks(parse(sentence)), blanks(parse(all.get(key) ?? ""))];
      return here.join() === there.join() ? [] : [{ key, en: here, [locale]: there }];
    });
    expect(different).toEqual([]);
  });

  it("is translated, but for words that are the same", () => {
    const same = new Set<string>(sameInEveryLanguage);
    const untranslated = [...english].filter(
      ([key, sentence]) => all.get(key) === sentence && /\p{L}{2}/u.test(sentence) && !same.has(sentence),
    );
    expect(untranslated).toEqual([]);
  });
});

describe("French", () => {
  it("keeps its double signs on the line: a no-break space before : ; ! ? and inside « »", () => {
    const signs = /(?<![\u00a0\u202f])(?:[;!?»]|:(?!\/\/))|«(?![\u00a0\u202f])/;
    const loose = [...sentences("fr")].filter(([, sentence]) => signs.test(sentence));
    expect(loose).toEqual([]);
  });

  it("is not put together by signs in the code, which stand closer to words in English", () => {
    const joined = /join\("[:;] "\)|\}[:;] (?:\$\{|`\s*:)/;
    const shown = sources(["app", "components", "lib/i18n", "lib/pipeline"], /\.tsx?$/);
    expect(shown.filter(({ text }) => joined.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("puts no name where a vowel would shorten the word before it: de {name}, que {name}", () => {
    const names = "name|who|subject|successor|object|organization|partner|client|team|product|by|kept|rights";
    const elided = new RegExp(`(?<!\\p{L})(de|que) (<b>)?\\{(${names})\\}`, "iu");
    expect([...sentences("fr")].filter(([, sentence]) => elided.test(sentence))).toEqual([]);
  });
});
