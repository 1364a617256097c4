import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { compress } from "@/scripts/http/compress";
import { listen } from "@/scripts/http/server";
import { sayWithoutScript } from "@/scripts/http/withoutScript";

const server = createServer();
afterEach(() => {
  server.removeAllListeners("request");
  server.close();
});

const LEFT_TO_SCRIPT =
  '<!DOCTYPE html><html id="__next_error__"><head></head><body><div hidden=""></div></body></html>';

const END = "é<!-- the end -->";

/** What a reader of French gets of this, packed on the way. */
async function sent(status: number, html: string): Promise<string> {
  server.on("request", (request, response) => {
    compress(request, response);
    sayWithoutScript(request, response, "0195-reference");
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
    // In two pieces, the first of which ends within a character.
    const bytes = Buffer.from(html + END);
    response.write(bytes.subarray(0, bytes.indexOf(END) + 1));
    response.end(bytes.subarray(bytes.indexOf(END) + 1));
  });
  const origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  const answer = await fetch(origin, { headers: { "accept-language": "fr", "accept-encoding": "gzip" } });
  return answer.text();
}

test.each([
  [403, "Votre rôle ne donne pas accès à cette page"],
  [404, "Page introuvable"],
  [500, "Une erreur est survenue"],
])(
  "a page with status %i that the browser has to draw says what it is without JavaScript too",
  async (status, title) => {
    const html = await sent(status, LEFT_TO_SCRIPT);
    expect(html).toMatch(/<body><noscript><main lang="fr">[\s\S]*<\/main><\/noscript><div hidden="">/);
    expect(html).toContain(`<h1>${title}</h1>`);
    // Only what is our fault has something to quote.
    expect(html.includes("0195-reference")).toBe(status === 500);
    expect(html.endsWith(END)).toBe(true);
  },
);

test("a page that is drawn already stays as it is, whatever its status", async () => {
  const drawn = "<!DOCTYPE html><html lang='fr'><body><h1>Page introuvable</h1></body></html>";
  expect(await sent(404, drawn)).toBe(`${drawn}${END}`);
});

test("a page that can be shown stays as it is", async () => {
  expect(await sent(200, LEFT_TO_SCRIPT)).toBe(`${LEFT_TO_SCRIPT}${END}`);
});
