/** An error whose message is written for the person at the terminal: it is printed without a stack. */
export class PlainError extends Error {}

/** One line of progress at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The reason of a failure in one sentence; a stack only where the failure is not ours to word. */
export function reasonOf(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command-line program: a failure is told in words and ends the process with 1. */
export async function main(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  }
}
