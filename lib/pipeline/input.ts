import type { z } from "zod";
import { type FieldProblem, InvalidInput } from "@/lib/kernel/failures";

/** The input in its schema's shape; throws {@link InvalidInput} with one problem per field that is not. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldProblem[]> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join(".");
    fields[field] = [...(fields[field] ?? []), problemOf(issue)];
  }
  throw new InvalidInput(fields);
}

/** Schemas name a problem by a word of `invalid.…`; zod's own complaints get the nearest one. */
function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (/^[a-z_]+$/.test(issue.message)) return { word: issue.message };
  switch (issue.code) {
    case "too_small":
      return issue.minimum === 1
        ? { word: "required" }
        : { word: "too_short", values: { min: Number(issue.minimum) } };
    case "too_big":
      return { word: "too_long", values: { max: Number(issue.maximum) } };
    case "invalid_type":
      return { word: issue.input === undefined ? "required" : "malformed" };
    case "invalid_value":
      return { word: "choose_one" };
    default:
      return { word: "malformed" };
  }
}
