import { describe, expect, it } from "vitest";
import { countJourneys, countVitest, sum } from "@/scripts/testCount";

/** The last line of `npm test` is believed by people and machines: it must not flatter. */

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const journeys = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };
const unread = { status: "failed", assertionResults: [] };

describe("the count of tests", () => {
  it.each([
    ["as reported", countVitest(vitest, true), { passed: 3, failed: 0, skipped: 2 }],
    ["no report is a failure", countVitest(undefined, true), { passed: 0, failed: 1, skipped: 0 }],
    [
      "an unreadable file too",
      countVitest({ ...vitest, testResults: [unread] }, false),
      { passed: 3, failed: 1, skipped: 2 },
    ],
    [
      "so is a bad end without a failed test",
      countVitest(vitest, false),
      { passed: 3, failed: 1, skipped: 2 },
    ],
    [
      "and nothing run",
      countVitest({ ...vitest, numPassedTests: 0 }, true),
      { passed: 0, failed: 1, skipped: 2 },
    ],
    ["journeys as reported", countJourneys(journeys, true), { passed: 2, failed: 0, skipped: 1 }],
    [
      "the second try does not count",
      countJourneys({ ...journeys, stats: { ...journeys.stats, flaky: 1 } }, true),
      { passed: 2, failed: 1, skipped: 1 },
    ],
    [
      "a failed set-up",
      countJourneys({ ...journeys, errors: [{}] }, false),
      { passed: 2, failed: 1, skipped: 1 },
    ],
  ])("%s", (_, count, expected) => expect(count).toEqual(expected));

  it("adds up", () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});
