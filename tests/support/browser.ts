import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "playwright";

/** A Chromium that was seen to run here, and what to start it with. */
export type Browser = { path: string; args: string[]; env: Record<string, string>; from: string };

/** Works as root, without a screen, on a closed network: nothing is looked up, updated or reported. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** Handed from the test runner to its workers, so that the search is done once. */
const FOUND = "KONTOR_TEST_BROWSER";

/**
 * The browser of the journeys: the system's Chromium or Chrome, else Playwright's own where it is on disk,
 * else the one that came with npm. Never downloads. Throws with what was looked at when none runs.
 */
export async function findBrowser(): Promise<Browser> {
  const found = process.env[FOUND];
  if (found) return JSON.parse(found) as Browser;
  const browser = fromSystem() ?? fromPlaywright() ?? fromNpm();
  process.env[FOUND] = JSON.stringify(browser);
  return browser;
}

function fromSystem(): Browser | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    "/usr/bin",
    "/usr/local/bin",
    "/opt/google/chrome",
  ];
  const paths = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return firstThatRuns(paths, "the system");
}

function fromPlaywright(): Browser | undefined {
  const browsers = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), ".cache", "ms-playwright");
  const shells = existsSync(browsers)
    ? readdirSync(browsers)
        .filter((name) => name.startsWith("chromium"))
        .flatMap((name) => readdirSync(join(browsers, name)).map((inner) => join(browsers, name, inner)))
        .flatMap((folder) =>
          ["chrome", "headless_shell", "chrome-headless-shell"].map((name) => join(folder, name)),
        )
    : [];
  return firstThatRuns([chromium.executablePath(), ...shells], "Playwright");
}

/** Unpacks once beside the installed packages; a half-made folder is never taken for a whole one. */
function fromNpm(): Browser {
  const packageFile = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
  const modules = join(packageFile, "../..");
  const home = join(modules, ".cache", "kontor-browser-147.0.0");
  if (!existsSync(home)) {
    mkdirSync(dirname(home), { recursive: true });
    const unpacking = mkdtempSync(`${home}-`);
    // In a process of its own: the package unpacks into the temporary folder, which is one for a process.
    const script = 'import("@sparticuz/chromium").then((m) => m.default.executablePath())';
    execFileSync(process.execPath, ["-e", script], {
      cwd: dirname(modules),
      env: { ...process.env, TMPDIR: unpacking, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    try {
      renameSync(unpacking, home);
    } catch (cause) {
      rmSync(unpacking, { recursive: true, force: true });
      if (!existsSync(home)) throw cause;
    }
  }
  const path = join(home, "chromium");
  const env: Record<string, string> = {};
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = join(home, "fonts");
  // The libraries that came along are for machines that have none: beside a system's own they would not fit.
  if (!runs(path, env)) env.LD_LIBRARY_PATH = join(home, "al2023", "lib");
  if (runs(path, env)) return { path, args: ARGS, env, from: "npm" };
  throw new Error(
    "No Chromium runs on this machine: looked for chromium and google-chrome on the PATH, for Playwright's own, " +
      `and unpacked @sparticuz/chromium to ${path}, which does not start (Linux x64 only).`,
  );
}

function firstThatRuns(paths: string[], from: string): Browser | undefined {
  const path = [...new Set(paths)].find((candidate) => existsSync(candidate) && runs(candidate, {}));
  return path ? { path, args: ARGS, env: {}, from } : undefined;
}

/** A file of that name may be a stub that only says what to install: it has to tell its version. */
function runs(path: string, env: Record<string, string>) {
  const { status, stdout } = spawnSync(path, ["--version", "--no-sandbox"], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 20_000,
  });
  return status === 0 && /\d+\.\d+/.test(stdout);
}
