import { bin, GATES, generateSources, run, runAll, tellFailures, tellTable } from "./gates";

/** `npm run verify`: everything that needs no database and no browser, in under a minute. */
const began = Date.now();
const tests = {
  name: "rules, architecture",
  command: [bin("vitest"), "run", "--project", "rules", "--project", "architecture", "--reporter=dot"],
};

const prepared = await generateSources();
const gates = await runAll(GATES, 2);
const outcomes = [...prepared, ...gates, await run(tests)];
tellFailures(outcomes);
tellTable(outcomes);

const failed = outcomes.filter(({ passed }) => !passed).length;
const seconds = ((Date.now() - began) / 1000).toFixed(0);
console.log(`\n${failed ? `${failed} of ${outcomes.length} failed` : "All is well"} after ${seconds} s.`);
process.exitCode = failed ? 1 : 0;
