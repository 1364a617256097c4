import { describe, expect, it } from "vitest";
import { effectsOnPeople, type Touched } from "@/lib/access/effects";
import type { Holder } from "@/lib/access/resolution";
import type { NamedTarget } from "@/lib/domain/products/facts";
import { shownEffects } from "@/lib/domain/products/shownEffects";

/** Whom a change is told of, and in which order (TEAM-2). */

const plans: NamedTarget = {
  type: "FOLDER",
  id: "plans",
  sharedRights: 0,
  name: "Plans",
  product: { id: "drive", name: "Drive", family: "drive" },
};
const holding = (rights: number): Holder => ({
  role: "COLLABORATOR",
  grants: rights === 0 ? [] : [{ on: "plans", rights }],
  teams: [],
});
const from = (id: string, before: number, after: number): Touched => ({
  id,
  before: holding(before),
  after: holding(after),
});
/** Somebody whose own right counts, whatever their teams are given. */
const keeping = (id: string): Touched => {
  const before = holding(1);
  return {
    id,
    before,
    after: { ...before, teams: [{ id: "web", name: "Web", grants: [{ on: "plans", rights: 3 }] }] },
  };
};
const show = (touched: Touched[]) =>
  shownEffects(effectsOnPeople(touched, [plans]), touched, [plans], (ids) =>
    Promise.resolve(new Map([...ids].sort().map((id) => [id, { name: id, role: null }]))),
  );

describe("the people of a change", () => {
  it("stand by name, whoever loses before whoever only gains", async () => {
    const { people } = await show([
      from("Zoe", 3, 0),
      from("Eva", 0, 1),
      from("Ben", 3, 1),
      from("Ada", 0, 3),
    ]);
    expect(people.map(({ name }) => name)).toEqual(["Ben", "Zoe", "Ada", "Eva"]);
  });

  it("who keep what they have stand by name too, and are counted where they are many", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Person ${String(12 - index).padStart(2, "0")}`);
    const { kept, keepingMore } = await show(names.map(keeping));
    expect(kept.map(({ name }) => name)).toEqual([...names].sort().slice(0, 10));
    expect(keepingMore).toBe(2);
    expect((await show(names.slice(0, 10).map(keeping))).keepingMore).toBe(0);
  });
});
