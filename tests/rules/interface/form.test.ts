import { describe, expect, it } from "vitest";
import { readForm } from "@/lib/pipeline/form";

const form = (pairs: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return readForm(data);
};

describe("a submitted form", () => {
  it("is taken apart: what the command needs, and what the pipeline needs", () => {
    const read = form([
      ["_user", "u"],
      ["_organization", "atelier-nord"],
      ["_key", "k"],
      ["_password", "secret"],
      ["$ACTION_ID", "x"],
      ["name", "Atelier Nord"],
      ["id[]", "1"],
    ]);
    expect(read).toEqual({
      input: { name: "Atelier Nord", id: ["1"] },
      values: { name: "Atelier Nord", id: ["1"] },
      organization: "atelier-nord",
      userId: "u",
      key: "k",
      password: "secret",
    });
  });

  it.each(["password", "newPassword", "code", "recoveryCode", "secondFactorCode"])(
    "never shows %s again",
    (name) => {
      const read = form([[name, "secret"]]);
      expect(read.input[name]).toBe("secret");
      expect(read.values).toEqual({});
    },
  );

  it.each(["postalCode", "promoCode", "country", "email"])("shows %s again", (name) =>
    expect(form([[name, "1201"]]).values).toEqual({ [name]: "1201" }),
  );
});
