import type { IncomingMessage, ServerResponse } from "node:http";
import { translator } from "@/lib/i18n/translator";
import { PRODUCT_NAME } from "@/lib/kernel/product";
import { localeOf, plainWords } from "./plainWords";

const STATUS = { wrongOrigin: 403, tooLarge: 413 };

/**
 * Answers what never reaches a page, because no page of ours made it or because it is too large: in the reader's
 * language, with the id to quote.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  why: keyof typeof STATUS,
): void {
  const locale = localeOf(request);
  const t = translator(locale);
  const title = t(`server.${why}.title`);
  const words = { title, text: t(`server.${why}.text`), open: t(`server.${why}.open`), reference: requestId };
  const body = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · ${PRODUCT_NAME}</title></head>
<body>
${plainWords(locale, words)}
</body>
</html>
`;
  response.writeHead(STATUS[why], {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(body);
}
