import { describe, expect, it } from "vitest";
import { stepAfter } from "@/lib/kernel/steps";

/** Whichever button of a step that keeps its answers is pressed leads where it says. */

const leads = (values: Record<string, string>) => stepAfter(values, "members", { step: "leaders" });

describe("a step that keeps its answers leads", () => {
  it.each<[string, Record<string, string>, object]>([
    ["onwards by Continue", {}, { step: "leaders" }],
    ["onwards by Enter where nothing can be searched", { page: "1" }, { step: "leaders" }],
    ["to the step that was gone to", { go: "access", q: "a" }, { step: "access" }],
    ["nowhere but to a step", { go: "../../x?y" }, { step: "..%2F..%2Fx%3Fy" }],
  ])("%s", (_, values, place) => expect(leads(values)).toEqual(place));

  it.each<[string, Record<string, string>, object]>([
    ["a search", { page: "1", q: "ada" }, { q: "ada", page: "1" }],
    ["another page", { page: "3", q: "", sort: "-name" }, { sort: "-name", page: "3" }],
    ["another order", { by: "-name", sort: "name", q: "ada" }, { q: "ada", sort: "-name" }],
    ["another tab", { to: "folders", show: "products" }, { show: "folders" }],
    ["its list, from the rights on it", { go: "members", show: "folders" }, { show: "folders" }],
  ])("within itself to %s", (_, values, query) => {
    const place = leads(values);
    expect([place.step, JSON.parse(JSON.stringify(place.query))]).toEqual(["members", query]);
  });
});
