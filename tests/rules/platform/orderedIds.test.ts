import { describe, expect, it } from "vitest";
import { isUuid } from "@/lib/kernel/ids";
import { orderedIds } from "@/lib/platform/orderedIds";

describe("ordered ids", () => {
  const ids = orderedIds(10_000);

  it("are UUIDs of version 7, each its own", () => {
    expect(ids.every(isUuid)).toBe(true);
    expect(ids.every((id) => /^.{14}7.{4}[89ab]/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("sort in the order in which they are given", () => {
    expect([...ids].sort()).toEqual(ids);
  });

  it("begin with the present", () => {
    const milliseconds = Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16);
    expect(Math.abs(Date.now() - milliseconds)).toBeLessThan(60_000);
  });
});
