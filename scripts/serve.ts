import cluster, { type Worker } from "node:cluster";
import createNext from "next";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { sessionCookieName } from "@/lib/platform/sessionCookie";
import { consoleToLog } from "./consoleToLog";
import { requestHandler } from "./http/requestHandler";
import { closeServer, httpServer, listen, ownOrigin } from "./http/server";
import { converse, tellReady, untilStopped, untilToldToListen } from "./parent";
import { main } from "./say";

/**
 * The web process: serves the console on PORT, from WEB_CONCURRENCY processes that share the port.
 * Started by another process it gets itself ready, listens when told to, and ends when that process is gone.
 * SIGTERM lets the answers in hand be finished.
 */
await main(async () => {
  const isDevelopment = process.env.NODE_ENV === "development";
  if (!isDevelopment) consoleToLog();
  if (cluster.isPrimary && env().webConcurrency > 1 && !isDevelopment) await serveFromMany();
  else await serve(isDevelopment);
});

async function serve(isDevelopment: boolean): Promise<void> {
  const stopped = untilStopped();
  const { port, host, baseUrl, isHttps, trustedProxies } = env();
  const server = httpServer((error) => log.error({ err: error }, "an answer failed"));
  // After a server action that redirects, Next asks this very server for the page, and not the name in the request.
  process.env.__NEXT_PRIVATE_ORIGIN = ownOrigin(host, port);
  const next = createNext({ dev: isDevelopment, dir: process.cwd(), port, httpServer: server });
  await next.prepare();
  const sessionCookie = sessionCookieName();
  const policy = { baseUrl, isHttps, isDevelopment, trustedProxies, sessionCookie };
  server.answerWith(requestHandler(next.getRequestHandler(), policy));
  await Promise.race([untilToldToListen(), stopped]);
  await listen(server, port, host);
  tellReady();
  await stopped;
  await closeServer(server);
  await next.close();
}

async function serveFromMany(): Promise<void> {
  const stopped = untilStopped();
  const workers = Array.from({ length: env().webConcurrency }, () => cluster.fork());
  const conversations = workers.map(converse);
  let isStopping = false;
  cluster.on("exit", (worker, code) => {
    if (isStopping) return;
    log.fatal({ worker: worker.process.pid, code }, "a web process died");
    process.exit(1);
  });
  await Promise.race([untilToldToListen(), stopped]);
  for (const { listen } of conversations) listen();
  await Promise.race([Promise.all(conversations.map(({ ready }) => ready)), stopped]);
  tellReady();
  await stopped;
  isStopping = true;
  await Promise.all(workers.map(end));
}

function end(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once("exit", () => resolve());
    worker.process.kill("SIGTERM");
  });
}
