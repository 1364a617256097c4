import { describe, expect, it } from "vitest";
import { sources } from "../support/sources";

/** Small things that no tool checks for us. */

const PRODUCT = ["app", "components", "lib"];
const CODE = /\.(ts|tsx|mts)$/;
const MOST_LINES = 300;

/** Rules that are kept: each is named by a test, so that a reader finds its proof. */
const RULES_KEPT = [
  ...["ORG-1", "ORG-2", "ORG-4", "ORG-5", "ORG-6", "ORG-7", "ORG-8", "ORG-11"],
  ...["USR-1", "USR-2", "USR-3", "USR-4", "USR-5", "USR-6", "USR-7", "USR-8", "USR-9", "USR-10"],
  ...["USR-11", "USR-12", "USR-13", "USR-14", "USR-15", "COMP-4", "PREF-1"],
  ...["TEAM-1", "TEAM-2", "TEAM-3", "TEAM-4", "TEAM-5", "TEAM-6", "PROD-1", "PROD-3", "PROD-4", "PROD-8"],
];

const ROLES = "LEGAL_REPRESENTATIVE|ADMINISTRATOR|COLLABORATOR|EXTERNAL";
const ROLE_COMPARISON = new RegExp(
  `([!=]==?\\s*|case\\s+|includes\\(\\s*)["'\`](${ROLES})["'\`]|["'\`](${ROLES})["'\`]\\s*[!=]==?`,
);

const LEFT_OUT = /\b(it|test|describe|suite)(\.\w+)*\.(only|skip|skipIf|runIf|todo|fixme|fails)\b/;
const SLEEPS = /\bwaitForTimeout\b|=>\s*\{?\s*setTimeout\(\s*\w+\s*,|timers\/promises/;

const where = (files: { path: string; text: string }[], pattern: RegExp) =>
  files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );

describe("the house rules", () => {
  const product = sources(PRODUCT, CODE);
  const tests = sources(["tests"], CODE).filter(({ path }) => !path.endsWith("architecture/house.test.ts"));

  it("no file of the product is longer than one reads at once", () => {
    const long = product
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });

  it("no test is left out, alone, or asleep", () => {
    expect(where(tests, LEFT_OUT)).toEqual([]);
    expect(where(tests, SLEEPS)).toEqual([]);
  });

  it("no page or component compares roles: it asks the view model", () => {
    expect(where(sources(["app", "components"], CODE), ROLE_COMPARISON)).toEqual([]);
  });

  it("no barrels", () => {
    const barrels = sources([...PRODUCT, "tests", "scripts"], /(^|\/)index\.tsx?$/);
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it.each(RULES_KEPT)("%s is named by a test", (rule) => {
    const named = new RegExp(`\\b${rule}\\b`);
    expect(tests.filter(({ text }) => named.test(text)).length).toBeGreaterThan(0);
  });
});

describe("the patterns themselves", () => {
  it.each([
    'if (role === "ADMINISTRATOR") x()',
    'case "EXTERNAL":',
    '"COLLABORATOR" !== role',
    '["a"].includes("EXTERNAL")',
  ])("see a role compared in %s", (line) => expect(line).toMatch(ROLE_COMPARISON));

  it.each(["it.only(", "test.describe.skip(", "describe.skipIf(x)(", "test.fixme("])("see %s", (line) =>
    expect(line).toMatch(LEFT_OUT),
  );

  it.each(["await page.waitForTimeout(5)", "new Promise((done) => setTimeout(done, 50))"])("see %s", (line) =>
    expect(line).toMatch(SLEEPS),
  );
});
