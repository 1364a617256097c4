import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main, say } from "./say";

/**
 * `npm run lock`: names in package-lock.json the builds for other systems that npm left out.
 *
 * A registry that does not hold a build for every system lets `npm install` pass and leaves that build out of the
 * lock file; `npm ci` then refuses the whole lock file. A build for another system is never fetched, so its name,
 * version and system are enough.
 */

type Locked = {
  version?: string;
  cpu?: string[];
  dev?: boolean;
  libc?: string[];
  optional?: boolean;
  os?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, Locked> };
type Missing = { name: string; range: string; by: Locked };

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** Optional packages that a locked package asks for and the lock file does not name. */
export function missingBuilds({ packages }: Lock): Missing[] {
  return Object.entries(packages).flatMap(([path, by]) =>
    Object.entries(by.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, range]) => ({ name, range, by })),
  );
}

/** As Node looks for it: beside the asking package, then one folder up, and so on. */
function isLocked(packages: Lock["packages"], path: string, name: string): boolean {
  if (packages[path ? `${path}/node_modules/${name}` : `node_modules/${name}`]) return true;
  if (path === "") return false;
  return isLocked(packages, path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}

function entryFor({ name, range, by }: Missing): Locked {
  const words = name.split("/").at(-1)?.split("-") ?? [];
  const only = (known: string[]) => words.filter((word) => known.includes(word)).slice(0, 1);
  const [os, cpu] = [only(SYSTEMS), only(PROCESSORS)];
  if (os.length + cpu.length === 0)
    throw new Error(`${name} is missing, and its name does not say for which system it is.`);
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu")) && "glibc";
  return {
    version: range.replace(/^[~^]/, ""),
    ...(cpu.length > 0 && { cpu }),
    ...(by.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

if (process.argv[1]?.endsWith("lock.ts"))
  await main(async () => {
    const file = join(import.meta.dirname, "../package-lock.json");
    const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
    const missing = missingBuilds(lock);
    for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one);
    lock.packages = Object.fromEntries(
      Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
    );
    if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    say(missing.length > 0 ? `Added ${missing.map(({ name }) => name).join(", ")}.` : "Nothing is missing.");
  });
