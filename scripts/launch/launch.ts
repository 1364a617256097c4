import { ALL_ADDRESSES, type Env, env } from "@/lib/platform/env";
import { demoSignIns } from "@/prisma/demo";
import { holdFolder } from "../folderLock";
import { nodeHost, portTaken } from "../http/server";
import { isPortFree, waitUntil } from "../processes";
import { PlainError, say } from "../say";
import { startChild, startWeb } from "./child";
import { Company } from "./company";
import {
  type Addresses,
  asEnvironment,
  configuredDatabase,
  keepEmbedded,
  prepareDatabase,
  rememberedAddresses,
} from "./databases";
import { ensureBuild, ensureClient } from "./made";

export type Mode = "production" | "development";

/** How long the web process of a killed start may take to notice that it is alone, in milliseconds. */
const LEFTOVER_PATIENCE = 12_000;

/**
 * One command from a fresh clone to a running console, and back: returns when everything has been stopped.
 * Throws a sentence when it cannot start, or when something cannot be kept running.
 */
export async function launch(mode: Mode): Promise<void> {
  const began = performance.now();
  const company = new Company();
  const interrupted = new Promise<undefined>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => resolve(undefined));
  });
  const running = start(company, mode).then(() => {
    announce(performance.now() - began);
    return company.givenUp;
  });
  try {
    const reason = await Promise.race([running, company.givenUp, interrupted]);
    if (reason) throw new PlainError(reason);
    say("Stopping …");
  } finally {
    await company.leave();
  }
}

async function start(company: Company, mode: Mode): Promise<void> {
  const configured = configuredDatabase();
  if (!configured) await holdFolder(env().dataFolder, mode === "production" ? "npm start" : "npm run dev");
  if (
    !(await waitUntil(() => isPortFree(env().port, nodeHost(env().host)), configured ? 0 : LEFTOVER_PATIENCE))
  ) {
    throw new PlainError(portTaken(env().port));
  }
  const known = configured ?? (await rememberedAddresses());
  const database = configured ? Promise.resolve(configured) : keepEmbedded(company);
  const client = ensureClient(company);
  const prepared = Promise.all([database, client]).then(([addresses]) => prepareDatabase(company, addresses));
  // The web process gets ready beside the database: it needs no more than the address for that.
  const web = client
    .then(() => (mode === "production" ? ensureBuild(company) : undefined))
    .then(async () => keepWeb(company, mode, known ?? (await database)));
  const [addresses, open] = await Promise.all([database, web, prepared]);
  if (known && known.appUrl !== addresses.appUrl) {
    throw new PlainError(
      "Another program took the database's port at the very moment of the start. Start again.",
    );
  }
  // The first page comes before the first job.
  await open();
  await keepWorker(company, mode, addresses);
}

const common = (mode: Mode) => ({ NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" });

/** Starts the web process, with the application's address and not the owner's. Gives the function that opens it to the world. */
async function keepWeb(company: Company, mode: Mode, { appUrl }: Addresses): Promise<() => Promise<void>> {
  let isOpen = false;
  const first = await company.keep("web process", async () => {
    const environment = { ...common(mode), ...asEnvironment({ appUrl }), HOST: env().host };
    const child = startWeb(environment);
    if (isOpen) child.listen();
    return child;
  });
  return () => {
    isOpen = true;
    first.listen();
    return first.ready;
  };
}

async function keepWorker(company: Company, mode: Mode, addresses: Addresses): Promise<void> {
  const environment = { ...common(mode), ...asEnvironment(addresses) };
  const first = await company.keep("worker", async () => startChild("worker", environment));
  await first.ready;
}

/** Who can open the console, in a sentence. */
export function reachOf({ host, seed }: Pick<Env, "host" | "seed">): string {
  if (host === "localhost" || host === "::1" || host.startsWith("127."))
    return `It listens on this machine alone (${host}). HOST=${ALL_ADDRESSES} opens it to every network the machine is on.`;
  const where =
    host === ALL_ADDRESSES || host === "0.0.0.0" ? "every network this machine is on" : `the address ${host}`;
  const warning = seed === "demo" ? " Everybody knows the demo's password: do not leave it so." : "";
  return `It listens on ${where}.${warning}`;
}

function announce(milliseconds: number): void {
  say(`\nKontor is ready at ${env().baseUrl} (${(milliseconds / 1000).toFixed(1)} s). Ctrl-C stops it.`);
  say(reachOf(env()));
  if (env().seed !== "demo") return;
  const width = Math.max(...demoSignIns.map(({ email }) => email.length));
  say("\nSign in to the demo as");
  for (const { email, password, is } of demoSignIns) say(`  ${email.padEnd(width)}  ${password}  ${is}`);
  say("");
}
