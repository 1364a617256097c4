/** What a process of Kontor's and the one that started it say to each other. */
export type Message = "listen" | "ready";

/** Tells the process that started this one; nothing where nobody listens. */
export function tellParent(message: Message): void {
  if (process.connected) process.send?.(message);
}

/** Waits for the word of the process that started this one; returns at once where this one was started by hand. */
export async function awaitParent(message: Message): Promise<void> {
  if (!process.connected) return;
  await new Promise<void>((resolve) => {
    process.on("message", (said) => {
      if (said === message) resolve();
    });
  });
}

/**
 * Waits until this process shall end: on SIGTERM, on SIGINT when it was started by hand (else Ctrl-C reaches it
 * together with the one that decides the order), and when the process that started it is gone.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const isChild = process.connected;
    process.on("SIGTERM", () => resolve());
    process.on("SIGINT", () => {
      if (!isChild) resolve();
    });
    if (isChild) process.on("disconnect", () => resolve());
  });
}
