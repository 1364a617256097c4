import type { z } from "zod";
import { type FieldProblem, InvalidInput } from "@/lib/kernel/failures";

/** The input in its schema's shape; throws {@link InvalidInput} with one problem per field that is not. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(withoutNul(input));
  if (parsed.success) return parsed.data;
  const fields: Record<string, FieldProblem[]> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join(".");
    fields[field] = [...(fields[field] ?? []), problemOf(issue)];
  }
  throw new InvalidInput(fields);
}

/** No text can hold this sign in PostgreSQL, and nobody types it. */
function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "");
  if (Array.isArray(value)) return value.map(withoutNul);
  if (typeof value !== "object" || value === null || value instanceof Blob) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutNul(part)]));
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
