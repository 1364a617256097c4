/**
 * Who may import whom. The direction of the whole tree is
 *
 *   app -> components -> rules, inputs
 *   app -> lib/domain/<area>: commands, queries -> facts -> rules
 *          lib/domain -> lib/pipeline -> lib/platform -> lib/access -> lib/kernel
 *
 * `tests/architecture/boundaries.test.ts` plants one forbidden import for each rule below and expects the
 * rule's name back: a rule without its plant fails that test.
 */

/** The business areas, lowest first. An area imports only areas before it. */
export const AREAS = [
  "identity",
  "organizations",
  "partnerships",
  "products",
  "teams",
  "ledger",
  "commissions",
  "billing",
  "orders",
  "renewals",
  "compliance",
  "support",
];

/** Our own folders: what a rule means by "anything of ours". */
const OURS = "^(app|bench|components|lib|prisma|scripts|tests)/";
const PRODUCT = "^(app|components|lib)/";
const DATABASE = ["^prisma/", "^lib/platform/database", "(^|/)node_modules/(@prisma/|pg/|graphile-worker/)"];
const RULES = "^lib/domain/[^/]+/rules/";
const INPUTS = "^lib/domain/[^/]+/inputs\\.ts$";
const FACTS = "^lib/domain/[^/]+/facts(\\.ts$|/)";
const COMMANDS = "^lib/domain/[^/]+/commands/";
const QUERIES = "^lib/domain/[^/]+/queries/";
const ACTIONS = "^app/.*[aA]ctions\\.ts$";

/** Words that everybody may say: the kernel, and which languages there are. */
const VOCABULARY = ["^lib/kernel/", "^lib/i18n/locales\\.ts$"];
/** Packages that only compute: a rule may use them. */
const PURE_PACKAGES = [
  "(^|/)node_modules/(libphonenumber-js|date-fns|@date-fns/tz|dinero\\.js|stdnum|ibantools)/",
  "(^|/)node_modules/csv-parse/lib/sync",
];
/** The same, for the shapes of a form. */
const ZOD = "(^|/)node_modules/zod/";

const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const looksLeft = AREAS.slice(0, -1).map((area, i) =>
  never(
    `area-${area}-looks-left`,
    "An area never looks to its right: use a foreign key, or an outbox message that the higher area answers.",
    { path: `^lib/domain/${area}/` },
    { path: `^lib/domain/(${AREAS.slice(i + 1).join("|")})/` },
  ),
);

export default {
  forbidden: [
    never(
      "pages-never-touch-the-database",
      "A page reads one query; whatever it needs from the database is in that view model.",
      { path: "^app/" },
      { path: DATABASE },
    ),
    never(
      "pages-take-the-road",
      "Facts and the outside world are reached through commands and queries: the pipeline is the wall.",
      { path: "^app/" },
      {
        path: [FACTS, "^lib/platform/"],
        pathNot: "^lib/platform/(database|request|session|health|log|clock|env|appearance)",
      },
    ),
    never(
      "actions-only-bind-commands",
      "An actions file says which command a form calls, where it leads and which cookies it sets, and nothing else.",
      { path: ACTIONS },
      {
        path: ".",
        pathNot: [
          COMMANDS,
          "^lib/pipeline/(action|formState|results)\\.ts$",
          "^lib/kernel/(routes|steps)\\.ts$",
          "^lib/domain/[^/]+/(cookies|places)\\.ts$",
        ],
      },
    ),
    never(
      "components-see-what-a-browser-may",
      "Components are given their data and know rules and inputs; they never fetch.",
      { path: "^components/" },
      {
        path: [COMMANDS, QUERIES, FACTS, "^lib/platform/", "^lib/pipeline/", ...DATABASE, "^app/"],
        pathNot: "^lib/pipeline/formState\\.ts$",
      },
    ),
    never(
      "ui-knows-no-business-word",
      "components/ui could be lifted into another product as it is.",
      { path: "^components/ui/" },
      { path: ["^components/(?!ui/)", "^lib/(access|domain|i18n|pipeline|platform)/"] },
    ),
    never(
      "rules-are-pure",
      "A rule imports the vocabulary, who-may-what, and rules: no database, no clock, no package that does I/O.",
      { path: RULES },
      { path: ".", pathNot: [...VOCABULARY, "^lib/access/", RULES, ...PURE_PACKAGES] },
    ),
    never(
      "inputs-are-pure",
      "The shape of a form is shared with the browser.",
      { path: INPUTS },
      { path: ".", pathNot: [...VOCABULARY, "^lib/access/", RULES, INPUTS, ...PURE_PACKAGES, ZOD] },
    ),
    never(
      "facts-stand-below-commands-and-queries",
      "Facts are read for a rule; they neither decide nor change.",
      { path: FACTS },
      { path: [COMMANDS, QUERIES] },
    ),
    never(
      "queries-change-nothing",
      "A query has no way to a command.",
      { path: QUERIES },
      { path: COMMANDS },
    ),
    ...looksLeft,
    never(
      "kernel-stands-alone",
      "The vocabulary imports nothing of ours.",
      { path: "^lib/kernel/" },
      { path: OURS, pathNot: "^lib/kernel/" },
    ),
    never(
      "access-knows-only-the-kernel",
      "Who may do what is a table and a comparison.",
      { path: "^lib/access/" },
      { path: OURS, pathNot: "^lib/(access|kernel)/" },
    ),
    never(
      "platform-knows-only-access-and-kernel",
      "The outside world knows no business (its database client is generated).",
      { path: "^lib/platform/" },
      { path: OURS, pathNot: [...VOCABULARY, "^lib/(platform|access)/", "^prisma/generated/"] },
    ),
    never(
      "pipeline-knows-no-area",
      "The road is the same for every request, whoever takes it.",
      { path: "^lib/pipeline/" },
      { path: ["^lib/domain/", "^app/", "^components/"] },
    ),
    never(
      "texts-know-no-page",
      "Texts are looked up; they look nothing up.",
      { path: "^lib/i18n/" },
      { path: [COMMANDS, QUERIES, FACTS, "^app/", "^components/", ...DATABASE] },
    ),
    never(
      "domain-knows-no-framework",
      "The business outlives the framework.",
      { path: "^lib/(domain|access|kernel)/" },
      { path: ["(^|/)node_modules/(next|react|react-dom)/", "^app/", "^components/"] },
    ),
    never(
      "tests-are-not-product",
      "Product code does not stand on test support.",
      { path: ["^(app|components|lib|prisma)/"] },
      { path: ["^tests/", "^bench/", "^scripts/"] },
    ),
    never(
      "no-barrels",
      "A name is imported from the file that makes it.",
      {},
      { path: "/index\\.tsx?$", pathNot: ["node_modules/", "^prisma/generated/"] },
    ),
    never("no-cycles", "Two files that need each other are one file, or three.", {}, { circular: true }),
    never(
      "no-development-package-in-the-product",
      "What runs in production is installed in production.",
      { path: PRODUCT },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    never(
      "everything-resolves",
      "An import that leads nowhere is checked by nobody.",
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: ["(^|/)node_modules/", "^prisma/generated/"] },
    exclude: { path: ["^\\.next/", "^bench/[^/]+/\\.next/"] },
    // `require` is an ordinary word here.
    moduleSystems: ["es6"],
    // A type is a dependency too: what a rule may not import, it may not be shaped by.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
