import { z } from "zod";

/** How many tests ended how. */
export type Count = { passed: number; failed: number; skipped: number };

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };
const ONE_FAILED: Count = { ...NOTHING, failed: 1 };

export const sum = (counts: Count[]): Count =>
  counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NOTHING,
  );

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const JourneysReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Counts vitest's JSON report; a file that could not be read is one failed test. */
export function countVitest(report: unknown, endedWell: boolean): Count {
  const read = VitestReport.safeParse(report);
  if (!read.success) return ONE_FAILED;
  const { data } = read;
  const unread = data.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return honest(endedWell, {
    passed: data.numPassedTests,
    failed: data.numFailedTests + unread.length,
    skipped: data.numPendingTests + data.numTodoTests,
  });
}

/** Counts Playwright's JSON report; one that passes only at the second try has failed. */
export function countJourneys(report: unknown, endedWell: boolean): Count {
  const read = JourneysReport.safeParse(report);
  if (!read.success) return ONE_FAILED;
  const { stats, errors } = read.data;
  return honest(endedWell, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

/** A part that ended badly, or in which nothing ran, has failed, even where its report counts no failure. */
function honest(endedWell: boolean, count: Count): Count {
  const ran = count.passed + count.failed;
  return count.failed === 0 && (!endedWell || ran === 0) ? { ...count, failed: 1 } : count;
}
