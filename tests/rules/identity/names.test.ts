import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PersonName } from "@/lib/domain/identity/inputs";
import { CreateResource } from "@/lib/domain/products/inputs";
import { TeamNames } from "@/lib/domain/teams/inputs";
import { InvalidInput } from "@/lib/kernel/failures";

import { parseInput } from "@/lib/pipeline/input";

/** Whatever has a name has one of the same shape: people, teams, what is inside products (TEAM-1, PROD-1). */

/** The name that is kept, or the words of what is wrong with it. */
function judge(schema: z.ZodType, input: object, field = "name"): unknown {
  try {
    return (parseInput(schema, input) as Record<string, unknown>)[field];
  } catch (failure) {
    if (!(failure instanceof InvalidInput)) throw failure;
    return { wrong: failure.fields[field]?.map(({ word }) => word) };
  }
}

const NAMED: [string, (name: string) => unknown][] = [
  ["a person", (firstName) => judge(z.object({ firstName: PersonName }), { firstName }, "firstName")],
  ["a team", (name) => judge(TeamNames, { name, colour: "BLUE" })],
  ...(["FOLDER", "CHANNEL", "CALENDAR", "ADDRESS_BOOK"] as const).map(
    (type): [string, (name: string) => unknown] => [
      type,
      (name) => judge(CreateResource, { product: randomUUID(), type, name }),
    ],
  ),
];

describe.each(NAMED)("the name of %s", (_, named) => {
  it.each([
    ["trimmed", "  Plans ", "Plans"],
    ["composed", "Zoe\u0308", "Zoë"],
    ["128 characters", "x".repeat(128), "x".repeat(128)],
    ["128 emoji, which are 256 units", "👩".repeat(128), "👩".repeat(128)],
  ])("%s", (__, given, kept) => expect(named(given)).toBe(kept));

  it.each([
    ["nothing", "", "required"],
    ["only what nobody sees", "\u200b", "required"],
    ["a line break", "Plans\nmore", "line_breaks"],
    ["a control character", "Plans\u0007", "line_breaks"],
    ["a turn of direction", "\u202efoo", "line_breaks"],
    ["an isolate", "\u2067foo\u2069", "line_breaks"],
    ["129 characters", "x".repeat(129), "too_long"],
    ["129 emoji", "👩".repeat(129), "too_long"],
  ])("%s is refused", (__, given, word) => expect(named(given)).toEqual({ wrong: [word] }));
});

it("a mailbox's address is whole, or what stands before the @ with the domain chosen beside it", () => {
  const address = (name: string, domain?: string) =>
    judge(CreateResource, { product: randomUUID(), type: "MAILBOX", name, domain });
  expect(address("Office@Atelier.example")).toBe("office@atelier.example");
  expect(address(" Office ", "atelier.example")).toBe("office@atelier.example");
  // What was written whole is meant as it was written.
  expect(address("office@other.example", "atelier.example")).toBe("office@other.example");
  expect(address("", "atelier.example")).toEqual({ wrong: ["required"] });
  expect(address("office")).toEqual({ wrong: ["email"] });
  expect(address("a b", "atelier.example")).toEqual({ wrong: ["local_part_signs"] });
});
