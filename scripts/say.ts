import { SettingsError } from "@/lib/platform/env";

/** An error whose message is written for the person at the terminal: it is printed without a stack. */
export class PlainError extends Error {}

/** One line of progress at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The reason of a failure in one sentence; a stack only where the failure is not ours to word. */
export function reasonOf(error: unknown): string {
  if (error instanceof PlainError || error instanceof SettingsError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command-line program to its end, and the process with it: a failure is told in words and ends it with 1. */
export async function main(program: () => Promise<void>): Promise<never> {
  try {
    await program();
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exit(1);
  }
  process.exit(0);
}
