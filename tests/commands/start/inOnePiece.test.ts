import { createServer, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { inOnePiece } from "@/scripts/http/inOnePiece";
import { listen } from "@/scripts/http/server";

type Compressed = ServerResponse & { flush: () => void };

const server = createServer();
afterEach(() => {
  server.removeAllListeners("request");
  server.close();
});

/** Answers one request with `work`, as Next and its compression would: `flush` sends what is there. */
async function answering(work: (response: Compressed) => void) {
  server.on("request", (_request, response: Compressed) => {
    inOnePiece(response);
    work(response);
  });
  return fetch(`http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`);
}

test("a page that is made at once is compressed and sent in one piece", async () => {
  let flushes = 0;
  const answer = await answering((response) => {
    response.flush = () => flushes++;
    response.flushHeaders();
    for (const part of ["head ", "body ", "data"]) {
      response.write(part);
      response.flush();
    }
    response.end();
  });
  expect(await answer.text()).toBe("head body data");
  expect(flushes).toBe(0);
});

test("a page that waits for something is sent as far as it is", async () => {
  let finish = () => {};
  const answer = await answering((response) => {
    response.flush = () => response.write("flushed");
    response.flush();
    finish = () => response.end(", the end");
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe("flushed");
  finish();
  expect((await reader?.read())?.value).toBe(", the end");
});

test("an answer that nobody compresses offers no flush", async () => {
  const answer = await answering((response) => response.end(typeof response.flush));
  expect(await answer.text()).toBe("undefined");
});
