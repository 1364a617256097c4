import { describe, expect, it } from "vitest";
import { readTableState, type TableShape, tableParams } from "@/lib/kernel/tableState";

const SHAPE: TableShape = {
  sorts: ["name", "joined"],
  defaultSort: "name",
  filters: { role: ["ADMINISTRATOR", "COLLABORATOR"] },
};
const read = (query: string) => {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [...(params[name] ?? []), value];
  return readTableState(params, SHAPE);
};

describe("the state of a table in its address", () => {
  it("is the first page, sorted as usual, when nothing is said", () => {
    expect(read("")).toEqual({ q: "", sort: "name", page: 1, size: 25, filters: { role: [] } });
  });

  it("is what the address says", () => {
    expect(read("q=+anna+&sort=-joined&page=3&size=50&role=ADMINISTRATOR&role=COLLABORATOR")).toEqual({
      q: "anna",
      sort: "-joined",
      page: 3,
      size: 50,
      filters: { role: ["ADMINISTRATOR", "COLLABORATOR"] },
    });
  });

  it.each([
    "sort=password",
    "sort=--name",
    "page=0",
    "page=-1",
    "page=1.5",
    "page=1e9",
    "page=x",
    "size=7",
    "size=10000",
    "role=OWNER",
    "unknown=1",
  ])("takes %s for nothing said", (query) => {
    expect(read(query)).toEqual(read(""));
  });

  it("cuts a search that is longer than any name", () => {
    expect(read(`q=${"a".repeat(1000)}`).q).toHaveLength(200);
  });

  it("names a filter once, however often it is repeated", () => {
    expect(read("role=ADMINISTRATOR&role=ADMINISTRATOR").filters.role).toEqual(["ADMINISTRATOR"]);
  });

  it.each(["", "q=a%26b&sort=-joined&page=2&size=100&role=COLLABORATOR", "q=%2B&page=9"])(
    "comes back the same from the links it makes: %s",
    (query) => {
      const state = read(query);
      expect(read(new URLSearchParams(tableParams(state, SHAPE.defaultSort)).toString())).toEqual(state);
    },
  );

  it("leaves defaults out of links", () => {
    expect(tableParams(read("page=1&size=25&sort=name"), "name")).toEqual([]);
  });
});
