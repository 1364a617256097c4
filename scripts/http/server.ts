import { createServer, type Server } from "node:http";
import { PlainError } from "../say";
import type { Handler } from "./requestHandler";

/** Load balancers keep connections for a minute: ours must outlast theirs, or a request meets a closing door. */
const KEEP_ALIVE_MILLISECONDS = 65_000;
const PATIENCE_MILLISECONDS = 10_000;

/** An HTTP server that is told later what to answer with, because Next wants to know the server it works for. */
export type HttpServer = Server & { answerWith(handler: Handler): void };

/** What a handler throws ends that answer with 500 and is told to `onError`. */
export function httpServer(onError: (error: unknown) => void): HttpServer {
  let answer: Handler | undefined;
  const server = createServer((request, response) => {
    answer?.(request, response).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end();
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  return Object.assign(server, {
    answerWith(handler: Handler) {
      answer = handler;
    },
  });
}

export const portTaken = (port: number): string =>
  `Port ${port} is used by another program. Stop that one, or choose another port: PORT=3001 npm start`;

/** Listens on a port; 0 takes any. Gives the port. Throws a sentence when it is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PlainError(portTaken(port)) : error);
    };
    server.once("error", fail);
    server.listen(port, () => {
      server.off("error", fail);
      const address = server.address();
      resolve(address && typeof address === "object" ? address.port : port);
    });
  });
}

/** Takes no more requests, lets those in hand be answered for ten seconds, then hangs up. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser's connection stays open between its requests; each is closed as soon as it has nothing in hand.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
