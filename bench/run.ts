import type { Line } from "./support/line";

/** `npm run bench -- NAME …`: one JSON line per comparison on standard output, and nothing else there. */
const BENCHES: Record<string, () => Promise<{ run(): Promise<Line[]> }>> = {
  pages: () => import("./pages"),
  bytes: () => import("./bytes"),
  switch: () => import("./switch"),
  start: () => import("./start"),
  processes: () => import("./processes"),
  access: () => import("./access"),
  reach: () => import("./reach"),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}

for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
  const bench = await BENCHES[name]?.();
  for (const result of (await bench?.run()) ?? []) console.log(JSON.stringify(result));
}
process.exit(0);
