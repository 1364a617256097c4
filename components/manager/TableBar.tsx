import { ButtonLink } from "@/components/ui/Button";
import { type TableState, tableParams } from "@/lib/kernel/tableState";
import type { TableLabels } from "./labels";
import type { TableFilter, TableRow } from "./tableTypes";

interface TableBarProps {
  id: string;
  state: TableState;
  defaultSort: string;
  path: string;
  keep: Readonly<Record<string, string>>;
  href: (change: Partial<TableState>) => string;
  labels: TableLabels;
  search?: string;
  filters: readonly TableFilter[];
  csv?: string;
  total: number;
  bulk: readonly { key: string; label: string; danger?: boolean }[];
  rows: readonly TableRow[];
  picked: ReadonlySet<string>;
  everything: boolean;
  setEverything: (everything: boolean) => void;
  pickPage: () => void;
  clear: () => void;
}

const Hidden = ({ pairs }: { pairs: readonly (readonly [string, string])[] }) =>
  pairs.map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />);

/** Above the rows: search, filters, count and CSV; or, once something is selected, what can be done with it. */
export function TableBar(props: TableBarProps) {
  const { state, defaultSort, path, keep, href, labels, search, filters, csv, bulk, picked } = props;
  const narrowed = state.q !== "" || filters.some((filter) => state.filters[filter.key]?.length);
  const kept = [
    ...Object.entries(keep),
    ...tableParams({ ...state, q: "", filters: {}, page: 1 }, defaultSort),
  ];
  return (
    <>
      <div className="table-bar" hidden={picked.size > 0}>
        {search || filters.length > 0 ? (
          <form action={path} method="get">
            <Hidden pairs={kept} />
            {search ? (
              <input
                key={state.q}
                className="input"
                type="search"
                name="q"
                maxLength={200}
                defaultValue={state.q}
                placeholder={search}
                aria-label={search}
                autoComplete="off"
                enterKeyHint="search"
              />
            ) : null}
            {filters.map((filter) => (
              <FilterSelect key={filter.key} filter={filter} chosen={state.filters[filter.key] ?? []} />
            ))}
            <noscript>
              <button className="button" data-size="small" type="submit">
                {labels.apply}
              </button>
            </noscript>
          </form>
        ) : null}
        <span className="table-count" role="status">
          {labels.results}
        </span>
        {csv ? (
          <ButtonLink href={csv} download variant="quiet" size="small">
            {labels.csv}
          </ButtonLink>
        ) : null}
      </div>
      {bulk.length > 0 ? <SelectionBar {...props} /> : null}
      {narrowed ? <Chips {...{ state, filters, labels, href }} /> : null}
    </>
  );
}

/** One value at a time; what is chosen already stands in the chips and stays when another is added. */
function FilterSelect({ filter, chosen }: { filter: TableFilter; chosen: readonly string[] }) {
  const left = filter.options.filter((option) => !chosen.includes(option.value));
  return (
    <>
      <Hidden pairs={chosen.map((value) => [filter.key, value] as const)} />
      {left.length > 0 ? (
        <select
          key={chosen.join()}
          className="input"
          name={filter.key}
          aria-label={filter.label}
          defaultValue=""
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          <option value="">{filter.label}</option>
          {left.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}

function Chips({
  state,
  filters,
  labels,
  href,
}: Pick<TableBarProps, "state" | "filters" | "labels" | "href">) {
  const chips = filters.flatMap((filter) =>
    (state.filters[filter.key] ?? []).map((value) => ({
      key: filter.key + value,
      name: filter.label,
      value: filter.options.find((option) => option.value === value)?.label ?? value,
      rest: {
        ...state.filters,
        [filter.key]: (state.filters[filter.key] ?? []).filter((one) => one !== value),
      },
    })),
  );
  return (
    <div className="chips">
      {state.q ? <Chip value={`“${state.q}”`} labels={labels} href={href({ q: "" })} /> : null}
      {chips.map(({ key, name, value, rest }) => (
        <Chip key={key} name={name} value={value} labels={labels} href={href({ filters: rest })} />
      ))}
      <ButtonLink href={href({ q: "", filters: {} })} variant="link">
        {labels.clearFilters}
      </ButtonLink>
    </div>
  );
}

function Chip({
  name,
  value,
  labels,
  href,
}: Pick<TableBarProps, "labels"> & { name?: string; value: string; href: string }) {
  const before = name ? labels.filter.replace("{value}", "").replace("{name}", name) : "";
  return (
    <a className="chip" href={href}>
      <span className="sr-only">{labels.removeFilter.replace("{filter}", before + value)}</span>
      <span aria-hidden="true">
        {before}
        <b>{value}</b>
      </span>
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d="m4.5 4.5 7 7m0-7-7 7" />
      </svg>
    </a>
  );
}

function SelectionBar({
  id,
  state,
  defaultSort,
  path,
  keep,
  labels,
  total,
  bulk,
  rows,
  picked,
  everything,
  setEverything,
  pickPage,
  clear,
}: TableBarProps) {
  const kept = [...Object.entries(keep), ...tableParams(state, defaultSort)];
  const onPage = rows.filter((row) => !row.fixed).length;
  const count =
    picked.size === 1 ? labels.selectedOne : labels.selectedMany.replace("{count}", String(picked.size));
  const buttons = bulk.map((act) => (
    <button
      key={act.key}
      className="button"
      data-size="small"
      data-variant={act.danger ? "danger" : undefined}
      type="submit"
      name="confirm"
      value={act.key}
      form={`${id}-bulk`}
    >
      {act.label}
    </button>
  ));
  return (
    <>
      <form id={`${id}-bulk`} action={path} method="get" hidden>
        <Hidden pairs={kept} />
        {everything ? <input type="hidden" name="all" value="1" /> : null}
      </form>
      <noscript>
        <div className="table-bar">{buttons}</div>
      </noscript>
      {picked.size > 0 ? (
        <div className="table-bar" data-selection>
          <strong role="status">{everything ? labels.allSelected : count}</strong>
          {!everything && picked.size === onPage && total > rows.length ? (
            <button className="button" data-variant="link" type="button" onClick={() => setEverything(true)}>
              {labels.selectAll}
            </button>
          ) : null}
          {picked.size < onPage ? (
            <button className="button sm:hidden" data-variant="link" type="button" onClick={pickPage}>
              {labels.selectPage}
            </button>
          ) : null}
          <button className="button" data-variant="link" type="button" onClick={clear}>
            {labels.clearSelection}
          </button>
          <div className="actions ml-auto">{buttons}</div>
        </div>
      ) : null}
    </>
  );
}
