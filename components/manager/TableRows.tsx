import type { CSSProperties, SyntheticEvent } from "react";
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

/**
 * Head and body of the table. Plain functions make the cells: a component for each would be a seventh of the page's cost.
 */
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
          {columns.map((column) => headCell(column, state.sort, href))}
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
              {selection ? pickCell(row, picked, selection, labels) : null}
              {columns.map((column, index) => bodyCell(column, row, index))}
              {menu ? (
                <td className="more">
                  {row.can?.length || row.why ? menuTrigger(row, labels.actionsFor, menu) : null}
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </>
  );
}

/** What each column is called, for rows that are cards on a phone: custom properties of the table, by place in the row. */
export function columnNames(columns: readonly TableColumn[], isSelectable: boolean): CSSProperties {
  const place = (index: number) => index + (isSelectable ? 2 : 1);
  return Object.fromEntries(
    columns.flatMap(({ label }, index) =>
      index > 0 && label ? [[`--column-${place(index)}`, JSON.stringify(label)]] : [],
    ),
  );
}

const isEnd = (column: TableColumn) => column.kind === "money" || column.kind === "number";

function headCell(column: TableColumn, sort: string, href: TableRowsProps["href"]) {
  const descending = sort === `-${column.key}`;
  const ascending = sort === column.key;
  return (
    <th
      key={column.key}
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

function pickCell(row: TableRow, picked: boolean, selection: Selection, labels: TableLabels) {
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

function bodyCell(column: TableColumn, row: TableRow, index: number) {
  const cell = row.cells[index] ?? null;
  if (index === 0) {
    return (
      <th key={column.key} scope="row">
        {cellContent(column, row, cell)}
      </th>
    );
  }
  const isFreeText = (column.kind ?? "text") === "text" && !column.words;
  const look = isEnd(column)
    ? "end"
    : column.kind === "address"
      ? "address"
      : isFreeText
        ? "free"
        : undefined;
  return (
    <td
      key={column.key}
      className={look}
      title={look === "address" && typeof cell === "string" && cell.length > LONG / 2 ? cell : undefined}
    >
      {cell === null || cell === "" ? null : cellContent(column, row, cell)}
    </td>
  );
}

/** About what two lines of a phone hold. */
const LONG = 60;

function cellContent(column: TableColumn, row: TableRow, cell: Cell) {
  if (typeof cell === "object" && cell !== null && "lines" in cell) return linesContent(cell);
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
  const isLink = column.kind === "link";
  const address = isLink ? (row.href ?? column.href?.replace("{id}", row.id)) : undefined;
  // Two lines are shown: the whole of a longer text is its title.
  const title = text.length > LONG ? text : undefined;
  const dot = isLink && row.dot ? <span className="dot" data-colour={row.dot} aria-hidden="true" /> : null;
  const main = address ? (
    <a href={address} title={title}>
      {dot}
      {text}
    </a>
  ) : dot ? (
    <span>
      {dot}
      {text}
    </span>
  ) : (
    text
  );
  if (!second) return main;
  return (
    <>
      {main}
      <small>{second}</small>
    </>
  );
}

function linesContent({ lines, more }: Extract<Cell, { lines: unknown }>) {
  return (
    <ul className="cell-lines">
      {lines.map((line) => (
        <li key={line.href ?? line.text}>
          {line.href ? <a href={line.href}>{line.text}</a> : line.text}
          {line.from.map(([text, idle]) =>
            idle === undefined ? (
              <small key={text}>{text}</small>
            ) : (
              <small key={text} title={idle}>
                <span className="sr-only">{idle}: </span>
                <s>{text}</s>
              </small>
            ),
          )}
        </li>
      ))}
      {more ? <li className="text-muted">{more}</li> : null}
    </ul>
  );
}

/** Without JavaScript a link to the same page with this row's menu open. */
function menuTrigger(row: TableRow, label: string, menu: MenuOfRows) {
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
      aria-expanded={menu.openId === row.id || undefined}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === " " || event.key === "ArrowDown") open(event);
      }}
    >
      ⋯
    </a>
  );
}
