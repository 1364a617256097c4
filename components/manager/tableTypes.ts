import type { Tone } from "@/components/ui/Badge";
import type { FormAction } from "./ActionForm";

/** Several things in one cell, each with where it comes from; what does not count is struck out and says why. */
export interface CellLine {
  text: string;
  href?: string;
  from: readonly (readonly [text: string, idle?: string])[];
}

/** Plain text, a number, nothing, text with a second, smaller line, or several lines. */
export type Cell =
  | string
  | number
  | null
  | readonly [text: string, second: string]
  | { readonly lines: readonly CellLine[]; readonly more?: string };

/** One column. The first one names the row: its cell is the row's heading, and its link. */
export interface TableColumn {
  key: string;
  label: string;
  /**
   * `link`: leads to the row's `href`; `badge`: the cell is a key of `badges`; `date`: text made on the server,
   * kept on one line; `address`: an e-mail address, on one line and cut where it is too long; `money` and `number`:
   * right-aligned. Text without a kind.
   */
  kind?: "link" | "text" | "badge" | "date" | "address" | "money" | "number";
  sortable?: boolean;
  /** Address of a `link` column, `{id}` standing for the row's id; a row's own `href` wins. */
  href?: string;
  /** What codes in the cells are called, so that rows stay small: `{ admin: "Administrator" }`. */
  words?: Readonly<Record<string, string>>;
  badges?: Readonly<Record<string, readonly [label: string, tone: Tone]>>;
}

export interface TableRow {
  id: string;
  /** One per column, in order. */
  cells: readonly Cell[];
  href?: string;
  /** A colour before the row's link; decoration, the name says the same. */
  dot?: string;
  /** Name for "Actions for …" and "Select …"; the first cell's text unless told. */
  name?: string;
  /** Which of the table's actions can be done to this row, by index. */
  can?: readonly number[];
  /** Actions that are shown, but not possible now: index and the reason. */
  why?: Readonly<Record<number, string>>;
  /** Cannot be selected. */
  fixed?: boolean;
}

/** An entry of the row menu: a link, or something done at once (reversible things only). */
export interface TableAction {
  label: string;
  /** `{id}` stands for the row's id: `/o/acme/users?confirm=remove&id={id}`. */
  href?: string;
  /** Server action; it is sent `hidden` and `id`. Its message is shown above the table. */
  action?: FormAction;
  hidden?: Readonly<Record<string, string>>;
  danger?: boolean;
}

export interface TableFilter {
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

/** The name of a row in words. */
export function rowName(row: TableRow): string {
  const first = row.cells[0] ?? "";
  if (typeof first !== "object") return row.name ?? String(first);
  return row.name ?? ("lines" in first ? (first.lines[0]?.text ?? "") : first[0]);
}
