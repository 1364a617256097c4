import { startChild } from "@/scripts/launch/child";
import { freePort } from "@/scripts/processes";
import { cloneTemplate, type TestDatabase } from "./testServer";

/** The built product as the journeys meet it: a web process and a job worker on a database of their own. */
export type Product = { baseUrl: string; database: TestDatabase; stop(): Promise<void> };

/** What the surroundings say about a real installation does not reach this one. */
const DEFAULTS = {
  ...{ NODE_ENV: "production", LOG_LEVEL: "warn", NEXT_TELEMETRY_DISABLED: "1", WEB_CONCURRENCY: "1" },
  ...{ DATABASE_URL: undefined, SMTP_URL: undefined, MAIL_FROM: undefined },
};

/** Starts the product on a fresh copy of the template called `name`; ready when it answers. */
export async function startProduct(maintenanceUrl: string, name: string): Promise<Product> {
  const database = await cloneTemplate(maintenanceUrl, name);
  const port = String(await freePort());
  const baseUrl = `http://localhost:${port}`;
  const common = { ...DEFAULTS, BASE_URL: baseUrl, DATABASE_APP_URL: database.app };
  const children = [
    startChild("serve", { ...common, PORT: port }),
    startChild("worker", { ...common, DATABASE_URL: database.owner }),
  ];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  try {
    for (const child of children) child.say("listen");
    await Promise.all(children.map(({ ready }) => ready));
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { baseUrl, database, stop };
}
