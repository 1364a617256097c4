import { z } from "zod";

/** A submitted form, taken apart: the command's input, and what the pipeline itself needs. */
export type FormInput = {
  input: Record<string, FormDataEntryValue | FormDataEntryValue[]>;
  /** What to show again, texts only; never a password. */
  values: Record<string, string | string[]>;
  /** What the fields started from, where the form says so. */
  seen: Record<string, string[]> | undefined;
  organization: string | null;
  userId: string | null;
  key: string | null;
  /** Asked for by the pipeline, never part of the input. */
  password: string | null;
};

/** Passwords and the codes of a second factor; a postal code is none. */
const SECRET = /password|^code$|(?:recovery|factor|sms|totp)code$/i;

/** Reads a form: names that begin with `_` belong to the pipeline, `$` to the framework, several of one name are a list. */
export function readForm(data: FormData): FormInput {
  const input: FormInput["input"] = {};
  const values: FormInput["values"] = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith("_") || name.startsWith("$")) continue;
    // A name ending in [] is a list even with one value.
    const plain = name.replace(/\[\]$/, "");
    const all = data.getAll(name);
    const entry = name.endsWith("[]") ? all : (all.at(-1) ?? "");
    input[plain] = entry;
    const texts = [entry].flat().filter((part) => typeof part === "string");
    if (!SECRET.test(plain)) values[plain] = Array.isArray(entry) ? texts : (texts[0] ?? "");
  }
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    input,
    values,
    seen: seenIn(text("_seen")),
    organization: text("_organization"),
    userId: text("_user"),
    key: text("_key"),
    password: text("_password"),
  };
}

const Seen = z.record(z.string(), z.array(z.string()));

function seenIn(text: string | null): FormInput["seen"] {
  try {
    return text === null ? undefined : Seen.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
