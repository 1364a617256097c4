import type { IncomingMessage, ServerResponse } from "node:http";
import { type MessageKey, translator } from "@/lib/i18n/translator";
import { localeOf, plainWords } from "./plainWords";

/** How Next marks HTML that it leaves to the browser to fill. */
const EMPTY = '<html id="__next_error__"';
const BODY = "<body>";

const FAILED = 500;
const WORDS: Record<string, readonly [title: MessageKey, text: MessageKey]> = {
  403: ["error.forbiddenTitle", "error.forbiddenBody"],
  404: ["error.notFoundTitle", "error.notFoundBody"],
  [FAILED]: ["error.title", "error.body"],
};

type Write = (chunk: unknown, ...rest: unknown[]) => boolean;

/**
 * Says to browsers without JavaScript what a page that leads nowhere says: Next draws that page in the browser, and its
 * HTML is empty. Stands outside of what compresses the answer, and so sees the HTML.
 */
export function sayWithoutScript(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  const write = response.write.bind(response) as Write;
  const first: Write = (chunk, ...rest) => {
    response.write = write;
    const words = WORDS[response.statusCode];
    // Bytes stay bytes: a piece may end within a character.
    const html = words && chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
    if (!words || !html.includes(EMPTY)) return write(chunk, ...rest);
    const locale = localeOf(request);
    const t = translator(locale);
    const [title, text] = words;
    const reference = response.statusCode === FAILED ? requestId : null;
    const said = plainWords(locale, { title: t(title), text: t(text), open: t("error.home"), reference });
    const inside = html.indexOf(BODY) + BODY.length;
    const added = Buffer.from(`<noscript>${said}</noscript>`);
    return write(Buffer.concat([html.subarray(0, inside), added, html.subarray(inside)]), ...rest);
  };
  response.write = first;
}
