import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missingBuilds } from "@/scripts/lock";
import { ROOT } from "../support/sources";
import floors from "./floors.json";

/** Registries do not always answer `npm audit`: what must not be installed again stands in floors.json. */

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), "utf8"));
const manifest: Record<string, Record<string, string> | undefined> = read("package.json");
const installed: Record<string, { version?: string }> = read("package-lock.json").packages;

const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
const numbers = (version: string) => version.split("-")[0]?.split(".").map(Number) ?? [];

/** Negative, zero, positive: like a subtraction of versions, pre-release marks left aside. */
function compare(a: string, b: string) {
  const [left, right] = [numbers(a), numbers(b)];
  const at = left.findIndex((number, i) => number !== right[i]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

describe("the lock file", () => {
  it.each(Object.entries(floors))("has every %s at or above its floor", (name, { atLeast, why }) => {
    const copies = Object.entries(installed).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(copies.length).toBeGreaterThan(0);
    const low = copies.filter(([, { version = "0" }]) => compare(version, atLeast) < 0);
    expect(low, `${name} must be at least ${atLeast}: ${why}`).toEqual([]);
  });

  it("compares numbers, not letters", () => {
    expect(compare("16.10.0", "16.9.1")).toBeGreaterThan(0);
    expect(compare("9.1.0", "9.1.1")).toBeLessThan(0);
    expect(compare("19.2.6", "19.2.6")).toBe(0);
  });

  it("names the builds for all systems, or npm ci refuses it (npm run lock adds them)", () => {
    expect(missingBuilds({ packages: installed }).map(({ name }) => name)).toEqual([]);
  });

  it("holds what package.json asks for, exactly", () => {
    for (const kind of ["dependencies", "devDependencies"])
      for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
        expect(version, `${name} is not pinned`).toMatch(EXACT);
        expect(installed[`node_modules/${name}`]?.version, `${name} in the lock file`).toBe(version);
      }
  });
});
