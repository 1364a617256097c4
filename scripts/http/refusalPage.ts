import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Answers a request that no page of ours made: 403, in the reader's language, with the id to quote. */
export function refuseForeignRequest(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  const setting = new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`).exec(request.headers.cookie ?? "")?.[1];
  const locale = chooseLocale({ setting, acceptLanguage: request.headers["accept-language"] });
  const t = translator(locale);
  const title = t("server.wrongOrigin.title");
  const body = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Kontor</title></head>
<body>
<main>
<h1>${title}</h1>
<p>${t("server.wrongOrigin.text")}</p>
<p><a href="/">${t("server.wrongOrigin.open")}</a></p>
<p><small>${t("server.reference", { reference: requestId })}</small></p>
</main>
</body>
</html>
`;
  response.writeHead(403, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(body);
}
