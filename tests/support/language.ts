import type { Page } from "@playwright/test";
import { LOCALE_NAMES } from "@/lib/i18n/locales";
import { sources } from "./sources";

/** The sentences of a language's files, but those that are made of parts. */
function sentences(locale: string): Map<string, string> {
  const found = new Map<string, string>();
  const read = (node: object, prefix: string) => {
    for (const [key, value] of Object.entries(node))
      typeof value === "string" ? found.set(prefix + key, value) : read(value as object, `${prefix}${key}.`);
  };
  for (const { path, text } of sources([`lib/i18n/messages/${locale}`], /\.json$/))
    read(JSON.parse(text) as object, `${path.split("/").at(-1)}.`);
  return found;
}

/** English sentences that are not French as well. */
function onlyEnglish(): string[] {
  const french = sentences("fr");
  const alsoFrench = new Set(french.values());
  return (
    [...sentences("en")]
      .filter(([key, text]) => text !== french.get(key) && !alsoFrench.has(text) && !/[{}<>]/.test(text))
      .map(([, text]) => text)
      // Every language is named in itself.
      .filter((text) => !Object.values(LOCALE_NAMES).includes(text))
  );
}

let english: string[] | undefined;

/** The English sentences that stand on a page, seen or only read out. */
export async function englishOn(page: Page): Promise<string[]> {
  english ??= onlyEnglish();
  return page.evaluate((known) => {
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    // What says of itself that it is English may be, such as the name of that language.
    const ours = (element: Element | null) => !element?.closest('script, style, [lang="en"]');
    while (walker.nextNode())
      if (ours(walker.currentNode.parentElement)) texts.add(walker.currentNode.textContent?.trim() ?? "");
    for (const attribute of ["aria-label", "placeholder", "title"])
      for (const element of document.querySelectorAll(`[${attribute}]`))
        if (ours(element)) texts.add(element.getAttribute(attribute) ?? "");
    return known.filter((sentence) => texts.has(sentence));
  }, english);
}
