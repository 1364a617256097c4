"use client";

import { startTransition, useActionState, useId, useMemo, useState } from "react";
import { Callout } from "@/components/ui/Callout";
import { Pagination } from "@/components/ui/Pagination";
import { PAGE_SIZES, type TableState, tableParams } from "@/lib/kernel/tableState";
import { type FormState, IDLE } from "@/lib/pipeline/formState";
import type { FormAction } from "./ActionForm";
import { EmptyState } from "./EmptyState";
import { type Packed, unpack } from "./packed";
import { type OpenRow, RowMenu } from "./RowMenu";
import { TableBar } from "./TableBar";
import { columnNames, TableRows } from "./TableRows";
import type { DataTableProps, TableAction, TableData } from "./tableTypes";

interface Run {
  action: FormAction;
  data: FormData;
}

const perform = async (_: FormState, { action, data }: Run) => action(IDLE, data);

const isFiltered = (state: TableState) =>
  state.q !== "" || Object.values(state.filters).some((values) => values.length > 0);

/** The table in the browser: what it does beside being links and GET forms is selection and the row menu, of which there is one. */
export function LiveTable({ data, actions }: { data: Packed<TableData>; actions: readonly TableAction[] }) {
  const props = useMemo(() => unpack(data), [data]);
  const { caption, columns, rows, total, state, defaultSort, path, keep = {}, labels } = props;
  const { filters = [], bulk = [], csv, search, empty, denied } = props;
  const id = useId();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const [open, setOpen] = useState<OpenRow | null>(null);
  const [result, run] = useActionState(perform, IDLE);

  if (denied) return <EmptyState {...denied} />;
  if (total === 0 && !isFiltered(state)) return <EmptyState {...empty} />;

  const href = (change: Partial<TableState>) => {
    const next = { ...state, page: 1, ...change };
    const query = new URLSearchParams([
      ...Object.entries(keep),
      ...tableParams(next, defaultSort),
    ]).toString();
    return query ? `${path}?${query}` : path;
  };
  const visible = new Set(rows.filter((row) => !row.fixed && picked.has(row.id)).map((row) => row.id));
  const pick = (ids: readonly string[], on: boolean) => {
    const next = new Set(visible);
    for (const one of ids) on ? next.add(one) : next.delete(one);
    setPicked(next);
    setEverything(false);
  };
  const shared = { state, defaultSort, path, keep, labels, href };
  const addressed = rows.find((row) => row.id === props.menu);
  const openRow = open ?? (addressed ? { row: addressed } : null);
  const rowMenu = openRow ? (
    <RowMenu
      key={openRow.row.id}
      open={openRow}
      actions={actions}
      label={labels.actionsFor}
      scope={props.scope}
      run={(action, data) => startTransition(() => run({ action, data }))}
      onClose={() => setOpen(null)}
    />
  ) : null;
  const base = href({ page: state.page });
  const pages = Math.max(1, Math.ceil(total / state.size));

  return (
    <div className="data-table" data-keep-scroll>
      {result.message ? (
        <div className="p-2">
          <Callout
            tone={result.status === "done" ? "positive" : "critical"}
            role={result.status === "done" ? "status" : "alert"}
          >
            {result.message}
          </Callout>
        </div>
      ) : null}
      <TableBar
        {...shared}
        id={id}
        search={search}
        filters={filters}
        csv={csv}
        total={total}
        bulk={bulk}
        rows={rows}
        picked={visible}
        everything={everything}
        setEverything={setEverything}
        pickPage={() =>
          pick(
            rows.filter((row) => !row.fixed).map((row) => row.id),
            true,
          )
        }
        clear={() => pick([...visible], false)}
      />
      {open ? null : rowMenu}
      {rows.length === 0 ? (
        <EmptyState
          title={labels.noMatch}
          body={labels.noMatchHint}
          action={{ label: labels.clearFilters, href: href({ q: "", filters: {} }) }}
        />
      ) : (
        <>
          <div className="table-scroll">
            <table className="table" aria-label={caption} style={columnNames(columns, bulk.length > 0)}>
              <TableRows
                {...{ columns, rows, labels, href, state }}
                selection={
                  bulk.length > 0 ? { formId: `${id}-bulk`, picked: visible, everything, pick } : undefined
                }
                menu={
                  actions.length > 0
                    ? {
                        openId: open?.row.id,
                        open: setOpen,
                        href: `${base}${base.includes("?") ? "&" : "?"}menu=`,
                      }
                    : undefined
                }
              />
            </table>
          </div>
          <div className="table-foot">
            <PageSize {...shared} />
            <span>{labels.range}</span>
            <Pagination page={state.page} pages={pages} href={(page) => href({ page })} labels={labels} />
          </div>
        </>
      )}
      {open ? rowMenu : null}
    </div>
  );
}

function PageSize({
  state,
  defaultSort,
  path,
  keep,
  labels,
}: Pick<DataTableProps, "state" | "defaultSort" | "path" | "labels"> & {
  keep: Readonly<Record<string, string>>;
}) {
  const id = useId();
  const hidden = tableParams({ ...state, page: 1, size: PAGE_SIZES[0] }, defaultSort);
  return (
    <form action={path} method="get">
      {[...Object.entries(keep), ...hidden].map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id}>{labels.rowsPerPage}</label>
      <select
        className="input"
        id={id}
        name="size"
        key={state.size}
        defaultValue={state.size}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {PAGE_SIZES.map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </select>
      <noscript>
        <button className="button" data-size="small" type="submit">
          {labels.apply}
        </button>
      </noscript>
    </form>
  );
}
