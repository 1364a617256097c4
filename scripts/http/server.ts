import { createServer, type Server } from "node:http";
import { ALL_ADDRESSES } from "@/lib/platform/env";
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

const noSuchAddress = (host: string): string =>
  `HOST: ${host} is no address of this machine. Use 127.0.0.1 for this machine alone, or ${ALL_ADDRESSES} for every network it is on.`;

/** What Node takes: without an address it listens on all of them, also where there is no IPv6. */
export const nodeHost = (host: string): string | undefined => (host === ALL_ADDRESSES ? undefined : host);

/** Where a process of this machine reaches a server that listens there. */
export function ownOrigin(host: string, port: number): string {
  const isEverywhere = host === ALL_ADDRESSES || host === "0.0.0.0";
  const name = isEverywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Listens on a port; 0 takes any. Gives the port. Throws a sentence when it cannot. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new PlainError(portTaken(port)));
      else if (error.code === "EADDRNOTAVAIL") reject(new PlainError(noSuchAddress(host)));
      else reject(error);
    };
    server.once("error", fail);
    server.listen({ port, host: nodeHost(host) }, () => {
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
