import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  bin,
  GATES,
  generateSources,
  type Outcome,
  run,
  runAll,
  script,
  tellFailures,
  tellTable,
} from "./gates";
import { type Count, countJourneys, countVitest, NOTHING, sum } from "./testCount";

/**
 * `npm test`: every gate, every test on a real database, the built product, every journey in a real browser.
 * A part that fails stops none after it. The last line is always `N passed, N failed, N skipped`.
 */

const reports = mkdtempSync(join(tmpdir(), "kontor-tests-"));

// What the surroundings say about a real installation is none of the tests' business.
for (const name of ["BASE_URL", "DATABASE_URL", "DATABASE_APP_URL", "KONTOR_DATA", "KONTOR_SEED"])
  delete process.env[name];
for (const name of ["MAIL_FROM", "NODE_ENV", "PORT", "SMTP_URL", "WEB_CONCURRENCY"]) delete process.env[name];

const read = (file: string): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
const asOne = ({ passed }: Outcome): Count =>
  passed ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };

async function vitest(): Promise<[Outcome, Count]> {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const outcome = await run(
    { name: "rules, commands, architecture", command: [bin("vitest"), "run", ...reporters] },
    {
      loud: true,
      minutes: 8,
    },
  );
  return [outcome, countVitest(read(file), outcome.passed)];
}

async function journeys(): Promise<[Outcome, Count]> {
  const file = join(reports, "journeys.json");
  const outcome = await run(
    { name: "journeys", command: [bin("playwright"), "test", "--reporter=list,json"] },
    {
      loud: true,
      minutes: 10,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    },
  );
  return [outcome, countJourneys(read(file), outcome.passed)];
}

const prepared = await generateSources();
const gates = await runAll(GATES, 2);
tellFailures([...prepared, ...gates]);
const [tests, testCount] = await vitest();
const build = await run({ name: "build", command: script("build") });
tellFailures([build]);
const [stories, storyCount] = await journeys();

tellTable([...prepared, ...gates, tests, build, stories]);
rmSync(reports, { recursive: true, force: true });

const total = sum([...[...prepared, ...gates, build].map(asOne), testCount, storyCount]);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
