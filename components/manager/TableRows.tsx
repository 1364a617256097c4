import type { SyntheticEvent } from "react";
import type { TableState } from "@/lib/kernel/tableState";
import type { TableLabels } from "./labels";
import type { OpenRow } from "./RowMenu";
import { type Cell, rowName, type TableColumn, type TableRow } from "./tableTypes";

interface Selection {
  formId: string;
  picked: ReadonlySet<string>;
  everything: boolean;
  pick: (ids: readonly string[], on: boolean) => void;
}

interface TableRowsProps {
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  labels: TableLabels;
  state: TableState;
  href: (change: Partial<TableState>) => string;
  selection?: Selection;
  menu?: MenuOfRows;
}

interface MenuOfRows {
  openId?: string;
  open: (row: OpenRow) => void;
  /** Address that opens a row's menu, up to its id. */
  href: string;
}

/** Head and body of the table. */
export function TableRows({ columns, rows, labels, state, href, selection, menu }: TableRowsProps) {
  const selectable = rows.filter((row) => !row.fixed).map((row) => row.id);
  return (
    <>
      <thead>
        <tr>
          {selection ? (
            <td className="pick">
              <label>
                <input
                  type="checkbox"
                  aria-label={labels.selectPage}
                  checked={selectable.length > 0 && selection.picked.size === selectable.length}
                  onChange={(event) => selection.pick(selectable, event.currentTarget.checked)}
                />
              </label>
            </td>
          ) : null}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={state.sort} href={href} />
          ))}
          {menu ? (
            <td className="more">
              <span className="sr-only">{labels.actions}</span>
            </td>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const picked = selection?.picked.has(row.id) ?? false;
          return (
            <tr key={row.id} data-picked={picked ? "" : undefined}>
              {selection ? (
                <PickCell row={row} picked={picked} selection={selection} labels={labels} />
              ) : null}
              {columns.map((column, index) => (
                <BodyCell
                  key={column.key}
                  column={column}
                  row={row}
                  cell={row.cells[index] ?? null}
                  head={index === 0}
                />
              ))}
              {menu ? (
                <td className="more">
                  {row.can?.length || row.why ? (
                    <MenuTrigger row={row} label={labels.actionsFor} menu={menu} />
                  ) : null}
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </>
  );
}

const isEnd = (column: TableColumn) => column.kind === "money" || column.kind === "number";

function HeadCell({
  column,
  sort,
  href,
}: {
  column: TableColumn;
  sort: string;
  href: TableRowsProps["href"];
}) {
  const descending = sort === `-${column.key}`;
  const ascending = sort === column.key;
  return (
    <th
      scope="col"
      className={isEnd(column) ? "end" : undefined}
      aria-sort={ascending ? "ascending" : descending ? "descending" : undefined}
    >
      {column.sortable ? (
        <a href={href({ sort: ascending ? `-${column.key}` : column.key })}>{column.label}</a>
      ) : (
        column.label
      )}
    </th>
  );
}

function PickCell({
  row,
  picked,
  selection,
  labels,
}: {
  row: TableRow;
  picked: boolean;
  selection: Selection;
  labels: TableLabels;
}) {
  if (row.fixed) return <td className="pick" />;
  return (
    <td className="pick">
      <label>
        <input
          type="checkbox"
          form={selection.formId}
          name={selection.everything ? undefined : "id"}
          value={row.id}
          aria-label={labels.select.replace("{name}", rowName(row))}
          checked={picked}
          onChange={(event) => selection.pick([row.id], event.currentTarget.checked)}
        />
      </label>
    </td>
  );
}

function BodyCell({
  column,
  row,
  cell,
  head,
}: {
  column: TableColumn;
  row: TableRow;
  cell: Cell;
  head: boolean;
}) {
  const content = <CellContent column={column} row={row} cell={cell} />;
  if (head) return <th scope="row">{content}</th>;
  const empty = cell === null || cell === "";
  const className = isEnd(column)
    ? "end nowrap"
    : column.kind === "date" || column.words
      ? "nowrap"
      : undefined;
  return (
    <td className={className} data-label={empty ? undefined : column.label || undefined}>
      {empty ? null : content}
    </td>
  );
}

function CellContent({ column, row, cell }: { column: TableColumn; row: TableRow; cell: Cell }) {
  const [raw, second] =
    typeof cell === "object" && cell !== null ? cell : [cell === null ? "" : String(cell), ""];
  if (column.kind === "badge") {
    const [label, tone] = column.badges?.[raw] ?? [raw, "neutral"];
    return (
      <span className="badge" data-tone={tone}>
        {label}
      </span>
    );
  }
  const text = column.words?.[raw] ?? raw;
  const address = column.kind === "link" ? (row.href ?? column.href?.replace("{id}", row.id)) : undefined;
  const main = address ? <a href={address}>{text}</a> : text;
  if (!second) return main;
  return (
    <span>
      {main}
      <small>{second}</small>
    </span>
  );
}

/** Without JavaScript a link to the same page with this row's menu open. */
function MenuTrigger({ row, label, menu }: { row: TableRow; label: string; menu: MenuOfRows }) {
  const open = (event: SyntheticEvent<HTMLElement>) => {
    event.preventDefault();
    menu.open({ row, trigger: event.currentTarget });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot be a link where there is no JavaScript
    <a
      href={menu.href + row.id}
      role="button"
      className="icon-button"
      aria-label={label.replace("{name}", rowName(row))}
      aria-haspopup="menu"
      aria-expanded={menu.openId === row.id}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === " " || event.key === "ArrowDown") open(event);
      }}
    >
      <Dots />
    </a>
  );
}

const Dots = () => (
  <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    <path d="M3 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4m5 0a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4m5 0a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4" />
  </svg>
);
