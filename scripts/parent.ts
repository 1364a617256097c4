/**
 * What a process of Kontor's and the one that started it say to each other:
 * "prepared" and "ready" upwards, "listen" downwards in between.
 */
type Message = "prepared" | "listen" | "ready";

/** Tells the process that started this one that it works; nothing where nobody listens. */
export function tellReady(): void {
  tell("ready");
}

function tell(message: Message): void {
  if (process.connected) process.send?.(message satisfies Message);
}

/** Says that this process is prepared, and waits to be told to listen; returns at once where it was started by hand. */
export async function untilToldToListen(): Promise<void> {
  if (!process.connected) return;
  await new Promise<void>((resolve) => {
    process.on("message", (said) => {
      if (said === ("listen" satisfies Message)) resolve();
    });
    // Only now: what is said to a process before it listens can be lost.
    tell("prepared");
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

/** A process that was started, as far as it can be spoken with. */
type Started = {
  on(event: "message", hear: (said: unknown) => void): unknown;
  send(message: Message): unknown;
};

/** The other end: `listen` tells a process to listen as soon as it is prepared, `ready` resolves when it does. */
export function converse(started: Started): { listen: () => void; ready: Promise<void> } {
  let isPrepared = false;
  let isWanted = false;
  const passOn = () => {
    if (isPrepared && isWanted) started.send("listen");
  };
  const ready = new Promise<void>((resolve) => {
    started.on("message", (said) => {
      if (said === ("ready" satisfies Message)) resolve();
      if (said !== ("prepared" satisfies Message)) return;
      isPrepared = true;
      passOn();
    });
  });
  const listen = () => {
    isWanted = true;
    passOn();
  };
  return { listen, ready };
}
