import { LiveTable } from "./LiveTable";
import { pack } from "./packed";
import type { DataTableProps } from "./tableTypes";

/**
 * The one table: rows in the first HTML, state in the URL, everything a link or a GET form, so that all of it works
 * without JavaScript. Rows are compact data.
 */
export function DataTable({ actions = [], ...data }: DataTableProps) {
  return <LiveTable data={pack(data)} actions={actions} />;
}
