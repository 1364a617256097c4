import { once } from "node:events";
import { access, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { PlainError, say } from "../say";
import { type Account, spawnAs } from "./account";
import type { Binaries } from "./binaries";
import { OWNER } from "./settings";

const MAJOR_VERSION = "18";

export type Making = {
  readonly data: string;
  readonly password: string;
  readonly account: Account;
  readonly binaries: Binaries;
  /** False for tests: nothing is forced to the disk. */
  readonly durable: boolean;
};

/** Whether the data folder is there and whole. Throws a sentence when another PostgreSQL made it. */
export async function isWhole(data: string): Promise<boolean> {
  const version = (await readFile(path.join(data, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (version !== "" && version !== MAJOR_VERSION) {
    throw new PlainError(
      `${data} was made by PostgreSQL ${version}, and this Kontor brings PostgreSQL ${MAJOR_VERSION}: export it with the Kontor that made it.`,
    );
  }
  return version !== "" && (await exists(path.join(data, "global", "pg_control")));
}

/**
 * Makes the data folder. It is made aside and moved into place, so that an interrupted start leaves nothing that
 * looks finished; a folder that is not whole is set aside, never deleted.
 */
export async function initialise(making: Making): Promise<void> {
  const { data } = making;
  if (await exists(data)) {
    const aside = `${data}.broken-${Date.now()}`;
    await rename(data, aside);
    say(`The database folder was not whole: it is kept as ${path.basename(aside)}, and a new one is made.`);
  }
  await make(making);
}

async function make({ data, password, account, binaries, durable }: Making): Promise<void> {
  const fresh = `${data}.new`;
  const passwordFile = `${data}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.ids) {
    await chown(fresh, account.ids.uid, account.ids.gid);
    await chown(passwordFile, account.ids.uid, account.ids.gid);
  }
  const initdb = spawnAs(
    account,
    binaries.initdb,
    [
      ...[`--pgdata=${fresh}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      // Names sort the way people expect in every language, and alike on every machine.
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und"],
      ...(durable ? [] : ["--no-sync"]),
    ],
    "pipe",
    false,
  );
  let output = "";
  for (const stream of [initdb.stdout, initdb.stderr])
    stream?.on("data", (chunk) => (output += String(chunk)));
  const [code] = await once(initdb, "close");
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new PlainError(`The database folder could not be made:\n${output.trim()}`);
  await rename(fresh, data);
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
