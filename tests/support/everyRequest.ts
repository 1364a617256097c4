import { join } from "node:path";
import type { Command } from "@/lib/pipeline/command";
import type { Query } from "@/lib/pipeline/query";
import { ROOT, sources } from "./sources";

/** A command or a query of the product, found in its folder. */
export type AnyRequest = Command<unknown> | Query<unknown>;
export type Found = { key: string; path: string; text: string; request: AnyRequest };

/** Every command and query that the product has, by `<area>/<exported name>`. */
export async function everyRequest(): Promise<Found[]> {
  const files = sources(["lib/domain"], /\/(commands|queries)\/[^/]+\.ts$/);
  const found: Found[] = [];
  for (const { path, text } of files) {
    const area = path.split("/")[2];
    const module = (await import(/* @vite-ignore */ join(ROOT, path))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module))
      if (isRequest(value)) found.push({ key: `${area}/${name}`, path, text, request: value });
  }
  return found.sort((one, other) => one.key.localeCompare(other.key));
}

const isRequest = (value: unknown): value is AnyRequest =>
  typeof value === "object" &&
  value !== null &&
  "kind" in value &&
  /^(command|query)$/.test(String(value.kind));
