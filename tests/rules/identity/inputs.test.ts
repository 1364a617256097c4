import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EmailAddress, NewPassword, PersonName } from "@/lib/domain/identity/inputs";
import { InvalidInput } from "@/lib/kernel/failures";
import { parseInput } from "@/lib/pipeline/input";

/** The value a field gives, or the words of what is wrong with it. */
function judge(schema: z.ZodType, value: unknown): unknown {
  try {
    return parseInput(z.object({ field: schema }), { field: value }).field;
  } catch (failure) {
    if (!(failure instanceof InvalidInput)) throw failure;
    return { wrong: failure.fields.field?.map(({ word }) => word) };
  }
}

describe("names", () => {
  it.each([
    ["trimmed", "  Ada ", "Ada"],
    ["emoji", "👩‍👩‍👧 Ada", "👩‍👩‍👧 Ada"],
    ["right to left", "עדה", "עדה"],
    ["composed", "Zoe\u0308", "Zoë"],
    ["a formula is only text", "=1+1", "=1+1"],
    ["128 characters", "x".repeat(128), "x".repeat(128)],
    ["128 emoji, which are 256 units", "👩".repeat(128), "👩".repeat(128)],
  ])("%s", (_, given, kept) => expect(judge(PersonName, given)).toBe(kept));

  it.each([
    ["nothing", "", "required"],
    ["spaces", "   ", "required"],
    ["only what nobody sees", "\u200b\u2060", "required"],
    ["a line break", "Ada\nBcc: x", "line_breaks"],
    ["a control character", "Ada\u0007", "line_breaks"],
    ["a turn of direction", "Ada\u202Exe", "line_breaks"],
    ["129 characters", "x".repeat(129), "too_long"],
    ["300 characters", "x".repeat(300), "too_long"],
  ])("%s is refused", (_, given, word) => expect(judge(PersonName, given)).toEqual({ wrong: [word] }));
});

describe("new passwords", () => {
  it("are kept in NFC, and never trimmed", () =>
    expect(judge(NewPassword, " e\u0301t\u00e9 sur le lac gel\u00e9 ")).toBe(" été sur le lac gelé "));

  it.each([
    ["empty", "", "required"],
    ["14 characters", "x".repeat(14), "password_too_short"],
    ["14 emoji, which are 28 units", "👩".repeat(14), "password_too_short"],
    ["257 characters", "x".repeat(257), "password_too_long"],
  ])("%s is refused", (_, given, word) => expect(judge(NewPassword, given)).toEqual({ wrong: [word] }));

  it.each([15, 256])("%i characters are taken", (length) =>
    expect(judge(NewPassword, "é".repeat(length))).toBe("é".repeat(length)),
  );
});

describe("addresses", () => {
  it("are given back in their canonical form", () =>
    expect(judge(EmailAddress, " Ada@Example.com ")).toBe("ada@example.com"));

  it.each([
    [" ", "required"],
    ["nobody", "email"],
    ["ada＠example.com", "email_not_plain"],
    [undefined, "required"],
  ])("%j is refused: %s", (given, word) => expect(judge(EmailAddress, given)).toEqual({ wrong: [word] }));
});
