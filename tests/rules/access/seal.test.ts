import { expect, it } from "vitest";
import { sealOf, sealOfHolding } from "@/lib/access/seal";

/** An effect that was shown is told from every other one (TEAM-2). */

const on = (id: string) =>
  ({ id, type: "FOLDER", family: "drive", productId: "drive", kindKey: "drive", sharedRights: 0 }) as never;
const gain = { target: on("plans"), before: 0, after: 1 };
const gains = (changed: object = {}) => ({ id: "iris", gains: [{ ...gain, ...changed }], losses: [] });
const loses = { id: "jonas", gains: [], losses: [{ target: on("plans"), before: 3, after: 1 }] };

it("is sealed differently when anything of it is different", () => {
  const seals = [
    sealOf(["iris", "jonas"], [gains(), loses]),
    sealOf(["iris", "jonas", "marco"], [gains(), loses]),
    sealOf(["iris", "jonas"], [gains()]),
    sealOf(["iris", "jonas"], [{ ...gains(), id: "marco" }, loses]),
    sealOf(["iris", "jonas"], [gains({ target: on("sketches") }), loses]),
    sealOf(["iris", "jonas"], [gains({ before: 1 }), loses]),
    sealOf(["iris", "jonas"], [gains({ after: 3 }), loses]),
    sealOf(["iris", "jonas"], [gains(), loses], "renamed"),
  ];
  expect(new Set(seals).size).toBe(seals.length);
});

it("is sealed alike in any order", () => {
  expect(sealOf(["jonas", "iris"], [loses, gains()])).toBe(sealOf(["iris", "jonas"], [gains(), loses]));
});

const web = { id: "web", name: "Web", grants: [{ on: "plans", rights: 1 }] };
const print = { id: "print", name: "Print", grants: [] };
const holder = (changed: object = {}) => ({
  role: "COLLABORATOR" as const,
  grants: [
    { on: "plans", rights: 3 },
    { on: "hosting", rights: 1 },
  ],
  teams: [web, print],
  ...changed,
});

it("what somebody holds is sealed differently when anything of it is different", () => {
  const seals = [
    sealOfHolding(holder(), [1]),
    sealOfHolding(holder(), [2]),
    sealOfHolding(holder({ role: "EXTERNAL" }), [1]),
    sealOfHolding(holder({ grants: [{ on: "plans", rights: 3 }] }), [1]),
    sealOfHolding(
      holder({
        grants: [
          { on: "plans", rights: 1 },
          { on: "hosting", rights: 1 },
        ],
      }),
      [1],
    ),
    sealOfHolding(holder({ teams: [web] }), [1]),
    sealOfHolding(holder({ teams: [{ ...web, grants: [{ on: "plans", rights: 3 }] }, print] }), [1]),
    sealOfHolding(
      holder({
        teams: [
          { ...web, grants: [] },
          { ...print, grants: web.grants },
        ],
      }),
      [1],
    ),
  ];
  expect(new Set(seals).size).toBe(seals.length);
});

it("what somebody holds is sealed alike in any order", () => {
  const { grants, teams } = holder();
  const other = holder({ grants: [...grants].reverse(), teams: [...teams].reverse() });
  expect(sealOfHolding(other, [])).toBe(sealOfHolding(holder(), []));
});
