import type { Tone } from "@/components/ui/Badge";
import type { TableState } from "@/lib/kernel/tableState";
import type { FormAction, FormScope } from "./ActionForm";
import type { EmptyText } from "./EmptyState";
import type { TableLabels } from "./labels";

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
   * `link`: leads to the row's `href`, where it has one; `badge`: the cell is a key of `badges`; `date`: text made on the server,
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
  /** A colour before the row's name; decoration, the name says the same. */
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

export interface DataTableProps {
  /** What the table lists, for assistive technology. */
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Rows that match, on all pages. */
  total: number;
  state: TableState;
  defaultSort: string;
  /** The page's path; the state is its query. */
  path: string;
  /** Query parameters that are not the table's and stay, e.g. a tab. */
  keep?: Readonly<Record<string, string>>;
  /** Label of the search field; none, no search. */
  search?: string;
  filters?: readonly TableFilter[];
  /** What can be done to a row; the row says which (`can`). Destructive ones last. */
  actions?: readonly TableAction[];
  /** Sent with the actions that are done at once. */
  scope?: FormScope;
  /** Id of the row whose menu the address opens (`?menu=`): how row menus work without JavaScript. */
  menu?: string;
  /** What can be done to several: leads to `?confirm=<key>&id=…&id=…`, or `&all=1` with the filters. */
  bulk?: readonly { key: string; label: string; danger?: boolean }[];
  /** Address of the CSV of what is filtered. */
  csv?: string;
  labels: TableLabels;
  /** Shown when there is nothing yet: filters and search are then not offered. */
  empty: EmptyText;
  /** Shown instead of everything when the reader may not see the list. */
  denied?: EmptyText;
}

/** All of it but what can be done, which is not only data. */
export type TableData = Omit<DataTableProps, "actions">;

/** The name of a row in words. */
export function rowName(row: TableRow): string {
  const first = row.cells[0] ?? "";
  if (typeof first !== "object") return row.name ?? String(first);
  return row.name ?? ("lines" in first ? (first.lines[0]?.text ?? "") : first[0]);
}
