import { createElement, Fragment } from "react";
import { describe, expect, it } from "vitest";
import { fieldLabels } from "@/components/manager/fieldLabels";

const field = (name: string, label: unknown) =>
  createElement("x-field", { key: name, name, label } as object);

describe("the names of a form's fields", () => {
  it("are found however deep they stand, and nothing else is taken for one", () => {
    const children = [
      "text",
      null,
      field("street", "Street"),
      createElement("div", { key: "row" }, field("city", "City"), false),
      createElement(Fragment, { key: "more" }, [field("country", "Country")]),
      field("role", createElement("b", null, "no text")),
      createElement("input", { key: "hidden", name: "version", type: "hidden" }),
    ];
    expect([...fieldLabels(children)]).toEqual([
      ["street", "Street"],
      ["city", "City"],
      ["country", "Country"],
    ]);
  });
});
