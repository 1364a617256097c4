/** What a table shows, as it stands in the URL: `?q=&sort=-due&page=2&size=25&status=…`. */
export interface TableState {
  q: string;
  /** Column key, with `-` in front for descending. */
  sort: string;
  /** From 1. */
  page: number;
  size: number;
  filters: Readonly<Record<string, readonly string[]>>;
}

/** What a table accepts in its URL. */
export interface TableShape {
  sorts: readonly string[];
  /** As in the URL: `-joined`. */
  defaultSort: string;
  /** Accepted values by filter key. */
  filters?: Readonly<Record<string, readonly string[]>>;
}

export const PAGE_SIZES = [25, 50, 100] as const;

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const all = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());
const MAX_PAGE = 1_000_000;

/** Reads a table's state from a URL; whatever the table does not know is the default, never an error. */
export function readTableState(params: SearchParams, shape: TableShape): TableState {
  const sort = all(params.sort)[0] ?? "";
  const page = Number(all(params.page)[0]);
  const size = Number(all(params.size)[0]);
  return {
    q: (all(params.q)[0] ?? "").trim().slice(0, 200),
    sort: shape.sorts.includes(sort.replace(/^-/, "")) ? sort : shape.defaultSort,
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
    size: PAGE_SIZES.find((known) => known === size) ?? PAGE_SIZES[0],
    filters: Object.fromEntries(
      Object.entries(shape.filters ?? {}).map(([key, known]) => [
        key,
        [...new Set(all(params[key]))].filter((value) => known.includes(value)),
      ]),
    ),
  };
}

/** Name and value pairs of a state for links and hidden fields; defaults are left out. */
export function tableParams(state: TableState, defaultSort: string): [string, string][] {
  const pairs: [string, string][] = [];
  if (state.q) pairs.push(["q", state.q]);
  for (const [key, values] of Object.entries(state.filters))
    for (const value of values) pairs.push([key, value]);
  if (state.sort !== defaultSort) pairs.push(["sort", state.sort]);
  if (state.size !== PAGE_SIZES[0]) pairs.push(["size", String(state.size)]);
  if (state.page > 1) pairs.push(["page", String(state.page)]);
  return pairs;
}
