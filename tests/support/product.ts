import { startChild } from "@/scripts/launch/child";
import { Company } from "@/scripts/launch/company";
import { freePort } from "@/scripts/processes";
import { cloneTemplate, type TestDatabase } from "./testServer";

/** The built product as the journeys meet it: a web process and a job worker on a database of their own. */
export type Product = { baseUrl: string; database: TestDatabase; stop(): Promise<void> };

/** What the surroundings say about a real installation does not reach this one. */
const DEFAULTS = {
  ...{ NODE_ENV: "production", LOG_LEVEL: "warn", NEXT_TELEMETRY_DISABLED: "1", WEB_CONCURRENCY: "1" },
  ...{ DATABASE_URL: undefined, SMTP_URL: undefined, MAIL_FROM: undefined, HOST: undefined },
};

/** Starts the product on a fresh copy of the template called `name`, kept running as `npm start` does; ready when it answers. */
export async function startProduct(maintenanceUrl: string, name: string): Promise<Product> {
  const database = await cloneTemplate(maintenanceUrl, name);
  const port = String(await freePort());
  const baseUrl = `http://localhost:${port}`;
  const common = { ...DEFAULTS, BASE_URL: baseUrl, DATABASE_APP_URL: database.app };
  const company = new Company();
  const keep = (name: string, script: string, environment: Record<string, string>) =>
    company.keep(name, async () => {
      const child = startChild(script, { ...common, ...environment });
      child.listen();
      return child;
    });
  try {
    const web = await keep("web process", "serve", { PORT: port });
    const worker = await keep("worker", "worker", { DATABASE_URL: database.owner });
    await Promise.all([web.ready, worker.ready]);
  } catch (cause) {
    await company.leave();
    throw cause;
  }
  return { baseUrl, database, stop: () => company.leave() };
}
