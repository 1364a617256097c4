import { createElement, Fragment } from "react";
import { describe, expect, it } from "vitest";
import { fieldFacts } from "@/components/manager/fieldFacts";

const field = (props: { name: string; label: unknown } & Record<string, unknown>) =>
  createElement("x-field", { key: props.name, ...props } as object);

describe("what is known of a form's fields", () => {
  it("are their names, however deep they stand; nothing else is taken for one", () => {
    const facts = fieldFacts([
      "text",
      null,
      field({ name: "street", label: "Street" }),
      createElement("div", { key: "row" }, field({ name: "city", label: "City" }), false),
      createElement(Fragment, { key: "more" }, [field({ name: "country", label: "Country" })]),
      field({
        name: "terms",
        label: [
          "I accept the ",
          createElement(
            "a",
            { key: "a" },
            "terms",
            createElement("i", { className: "sr-only" }, " (new tab)"),
          ),
        ],
      }),
      createElement("input", { key: "hidden", name: "version", type: "hidden" }),
    ]);
    expect([...facts].map(([name, { label }]) => [name, label])).toEqual([
      ["street", "Street"],
      ["city", "City"],
      ["country", "Country"],
      ["terms", "I accept the terms"],
    ]);
  });

  it("is what they start from, as the form would send it", () => {
    const facts = fieldFacts(
      [
        field({ name: "street", label: "Street" }),
        field({ name: "city", label: "City", defaultValue: "Genève" }),
        field({ name: "note", label: "Note", defaultValue: "" }),
        field({ name: "on", label: "On", defaultChecked: true }),
        field({ name: "off", label: "Off", defaultChecked: false }),
      ],
      { street: "Rue du Lac" },
    );
    expect([...facts].map(([name, { start }]) => [name, start])).toEqual([
      ["street", ["Rue du Lac"]],
      ["city", ["Genève"]],
      ["note", []],
      ["on", ["on"]],
      ["off", []],
    ]);
  });

  it("is what the values of a list are called, badges left aside", () => {
    const label = createElement("span", null, "External user", createElement("b", null, "Role today"));
    const facts = fieldFacts([
      field({
        name: "role",
        label: "Role",
        options: [{ value: "EXTERNAL", label }],
        defaultValue: "EXTERNAL",
      }),
    ]);
    expect(facts.get("role")?.words?.get("EXTERNAL")).toBe("External user");
  });
});
