import { expect, it } from "vitest";
import { sealOf } from "@/lib/access/seal";

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
