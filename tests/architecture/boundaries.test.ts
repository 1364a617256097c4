import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config, { AREAS } from "../../.dependency-cruiser.mjs";

/**
 * A guard that was never seen to bite is decoration: one forbidden import for each rule is planted in a
 * temporary copy of the source, the whole copy is cruised once, and the rule's name must come back.
 */

type Plant = { from: string; to: string };

/** rule name -> the file that breaks it, and what that file imports. */
const PLANTS: Record<string, Plant> = {
  "pages-never-touch-the-database": { from: "app/planted/page.tsx", to: "lib/platform/database.ts" },
  "pages-take-the-road": { from: "app/planted/layout.tsx", to: "lib/domain/identity/facts.ts" },
  "actions-only-bind-commands": { from: "app/planted/actions.ts", to: "lib/domain/teams/queries/planted.ts" },
  "components-see-what-a-browser-may": {
    from: "components/manager/Planted.tsx",
    to: "lib/domain/teams/queries/planted.ts",
  },
  "ui-knows-no-business-word": { from: "components/ui/Planted.tsx", to: "lib/domain/teams/rules/planted.ts" },
  "rules-are-pure": { from: "lib/domain/orders/rules/planted.ts", to: "node:fs" },
  "inputs-are-pure": { from: "lib/domain/teams/inputs.ts", to: "lib/platform/planted.ts" },
  "facts-stand-below-commands-and-queries": {
    from: "lib/domain/billing/facts.ts",
    to: "lib/domain/billing/commands/planted.ts",
  },
  "queries-change-nothing": {
    from: "lib/domain/orders/queries/planted.ts",
    to: "lib/domain/orders/commands/planted.ts",
  },
  "kernel-stands-alone": { from: "lib/kernel/planted.ts", to: "lib/access/planted.ts" },
  "access-knows-only-the-kernel": { from: "lib/access/plantedToo.ts", to: "lib/platform/planted.ts" },
  "platform-knows-only-access-and-kernel": {
    from: "lib/platform/plantedToo.ts",
    to: "lib/domain/teams/rules/planted.ts",
  },
  "pipeline-knows-no-area": { from: "lib/pipeline/planted.ts", to: "lib/domain/teams/rules/planted.ts" },
  "texts-know-no-page": { from: "lib/i18n/planted.ts", to: "lib/domain/teams/queries/planted.ts" },
  "domain-knows-no-framework": { from: "lib/domain/renewals/commands/planted.ts", to: "next/headers" },
  "tests-are-not-product": { from: "lib/domain/support/commands/planted.ts", to: "tests/support/planted.ts" },
  "no-barrels": { from: "lib/domain/support/commands/plantedToo.ts", to: "lib/domain/support/index.ts" },
  "no-cycles": { from: "lib/domain/ledger/rules/planted.ts", to: "lib/domain/ledger/rules/plantedToo.ts" },
  "no-development-package-in-the-product": { from: "components/manager/PlantedToo.tsx", to: "fast-check" },
  "everything-resolves": { from: "scripts/planted.ts", to: "@/lib/nowhere" },
  ...Object.fromEntries(
    AREAS.slice(0, -1).map((area, i) => [
      `area-${area}-looks-left`,
      {
        from: `lib/domain/${area}/commands/plantedRight.ts`,
        to: `lib/domain/${AREAS[i + 1]}/rules/target.ts`,
      },
    ]),
  ),
};

/** What the plants import, where the tree does not have it. */
const TARGETS = [
  ...new Set(Object.values(PLANTS).map(({ to }) => to)),
  ...AREAS.map((area) => `lib/domain/${area}/rules/target.ts`),
].filter((path) => path.endsWith(".ts"));

const SOURCE = ["app", "components", "lib", "prisma", "scripts"];
const ROOT = process.cwd();
let copy: string;
let result: ICruiseResult;

function write(path: string, text: string) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

beforeAll(async () => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "kontor-boundaries-")));
  for (const folder of [...SOURCE, "package.json"])
    if (existsSync(join(ROOT, folder))) cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  // The alias is looked up from the working directory, unless the configuration says from where.
  const tsConfig = JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8"));
  tsConfig.compilerOptions.baseUrl = copy;
  tsConfig.compilerOptions.ignoreDeprecations = "6.0";
  write("tsconfig.json", JSON.stringify(tsConfig));
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  for (const path of TARGETS) if (!existsSync(join(copy, path))) write(path, "export const target = 1;\n");
  for (const { from, to } of Object.values(PLANTS))
    write(
      from,
      `import * as planted from "${to.endsWith(".ts") ? `@/${to.replace(/\.ts$/, "")}` : to}";\nexport default planted;\n`,
    );
  write("lib/domain/ledger/rules/plantedToo.ts", `export * from "./planted";\n`);

  const { options, ...ruleSet } = config;
  const folders = SOURCE.filter((folder) => existsSync(join(copy, folder)));
  const { tsConfig: _, enhancedResolveOptions, ...cruiseOptions } = options;
  const resolve = { ...enhancedResolveOptions, tsConfig: join(copy, "tsconfig.json") };
  const report = await cruise(
    folders,
    { ...cruiseOptions, ruleSet, validate: true, baseDir: copy },
    resolve,
    { tsConfig: extractTSConfig(join(copy, "tsconfig.json")) },
  );
  result = report.output as ICruiseResult;
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("the boundary guard", () => {
  it("has a plant for each of its rules", () => {
    const rules = config.forbidden.map((rule: IForbiddenRuleType) => rule.name);
    expect(Object.keys(PLANTS).sort()).toEqual(rules.sort());
  });

  it("read the whole copy", () => {
    expect(result.summary.totalCruised).toBeGreaterThan(TARGETS.length + Object.keys(PLANTS).length);
  });

  it.each(Object.entries(PLANTS))("bites: %s", (name, { from }) => {
    const bitten = result.summary.violations.filter((violation) => violation.from === from);
    expect(bitten.map((violation) => violation.rule.name)).toContain(name);
  });

  it("finds nothing but the plants", () => {
    const planted = new Set([...Object.values(PLANTS).map(({ from }) => from), ...TARGETS]);
    planted.add("lib/domain/ledger/rules/plantedToo.ts");
    const others = result.summary.violations.filter((violation) => !planted.has(violation.from));
    expect(others.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});
