// One file per namespace. A new namespace is two files, one import here and one in fr.ts.
import common from "./en/common.json";
import shell from "./en/shell.json";

export const en = { common, shell };

/** The shape every other language must have. */
export type Messages = typeof en;
