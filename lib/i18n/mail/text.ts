import { PRODUCT_NAME } from "@/lib/kernel/product";
import type { Letter } from "./letter";
import { STRONG } from "./words";

const MARKS = new RegExp(`[${STRONG.open}${STRONG.close}]`, "g");

/** The letter as plain text; the button's address stands alone on its line. */
export function asText(letter: Letter): string {
  const parts = [
    letter.title,
    letter.greeting,
    letter.body,
    letter.facts.map(letter.factLine).join("\n"),
    letter.button ? `${letter.button.label}\n${letter.button.url}` : "",
    letter.note,
    `-- \n${PRODUCT_NAME}\n${letter.reason}`,
  ];
  return `${parts
    .filter((part) => part !== "")
    .join("\n\n")
    .replace(MARKS, "")}\n`;
}
