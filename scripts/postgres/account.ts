import { type ChildProcess, execFile, type StdioOptions, spawn, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { PlainError } from "../say";

const run = promisify(execFile);

/** How PostgreSQL's programs are run: under which account, and with what in front of the command. */
export type Account = {
  /** Absent when it is this user's own account. */
  readonly ids?: Ids;
  /** A command that changes to the account itself, where changing to it plainly does not do. */
  readonly prefix: readonly string[];
};
type Ids = { readonly uid: number; readonly gid: number };

const isRoot = () => process.getuid?.() === 0;

/**
 * The account that PostgreSQL runs under. An ordinary user runs it as themselves; for root, who is refused by
 * PostgreSQL, it is the account `postgres`, made when the machine has none.
 * `paths` are what that account must reach; where a folder above them is closed to it (`/root`, a private
 * temporary folder), it is given the right to pass, and nothing else of root's.
 */
export async function databaseAccount(paths: readonly string[]): Promise<Account> {
  if (!isRoot()) return { prefix: [] };
  const ids = (await idsOf("postgres")) ?? (await createAccount());
  const prefixes = ["+dac_read_search", "+dac_override"].map((right) => [
    ...["setpriv", `--reuid=${ids.uid}`, `--regid=${ids.gid}`, "--clear-groups"],
    ...[`--inh-caps=${right}`, `--ambient-caps=${right}`, "--"],
  ]);
  for (const prefix of [[], ...prefixes]) {
    const account = { ids, prefix };
    if (reaches(account, paths)) return account;
  }
  throw new PlainError(
    `The embedded PostgreSQL cannot run as root, and the account "postgres" cannot enter ${paths.join(" and ")}. ` +
      "Run Kontor as an ordinary user, move it to a folder that others may enter, or set DATABASE_URL.",
  );
}

/** Starts a program under the account. Its working folder is `/`, which every account may enter. */
export function spawnAs(
  account: Account,
  command: string,
  args: readonly string[],
  output: number | "pipe",
  detached: boolean,
): ChildProcess {
  const stdio: StdioOptions = ["ignore", output, output];
  const [program = command, ...rest] = [...account.prefix, command, ...args];
  return spawn(program, rest, {
    cwd: "/",
    ...changeTo(account),
    detached,
    // Nothing of ours: PGDATA, PGPORT and the like would change what is started.
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: process.env.TZ, NODE_ENV: process.env.NODE_ENV },
    stdio,
  });
}

const changeTo = ({ ids, prefix }: Account) => (prefix.length === 0 ? ids : undefined);

function reaches(account: Account, paths: readonly string[]): boolean {
  const script = 'for path in "$@"; do test -x "$path" || exit 1; done';
  const [program = "sh", ...rest] = [...account.prefix, "sh", "-c", script, "sh", ...paths];
  return spawnSync(program, rest, { cwd: "/", ...changeTo(account), stdio: "ignore" }).status === 0;
}

async function idsOf(name: string): Promise<Ids | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createAccount(): Promise<Ids> {
  await run("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]).catch(() => undefined);
  const ids = await idsOf("postgres");
  if (ids) return ids;
  throw new PlainError(
    'PostgreSQL refuses to run as root, and an account "postgres" could not be made for it. Run Kontor as an ordinary user, or set DATABASE_URL.',
  );
}
