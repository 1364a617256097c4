import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

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
  const setting = new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`).exec(request.headers.cookie ?? "")?.[1];
  const locale = chooseLocale({ setting, acceptLanguage: request.headers["accept-language"] });
  const t = translator(locale);
  const title = t(`server.${why}.title`);
  const body = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Kontor</title></head>
<body>
<main>
<h1>${title}</h1>
<p>${t(`server.${why}.text`)}</p>
<p><a href="/">${t(`server.${why}.open`)}</a></p>
<p><small>${t("server.reference", { reference: requestId })}</small></p>
</main>
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
