import { setTimeout } from "node:timers/promises";
import type { Command } from "./command";

/**
 * The same command, which never answers sooner than after `milliseconds`, whatever it did or found: how long it takes
 * then tells nothing about the data. No connection is held meanwhile.
 */
export const answeringEvenly = <Result>(milliseconds: number, command: Command<Result>): Command<Result> => ({
  ...command,
  async execute(caller, input) {
    const [answer] = await Promise.allSettled([command.execute(caller, input), setTimeout(milliseconds)]);
    if (answer.status === "rejected") throw answer.reason;
    return answer.value;
  },
});
