import type { Messages } from "./en";
import common from "./fr/common.json";
import shell from "./fr/shell.json";

export const fr = { common, shell } satisfies Messages;
