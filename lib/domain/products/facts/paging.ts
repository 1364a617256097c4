/** What a page of a table is asked with, and with how many it must do. */
export type PageOf = { page: number; size: number; descending: boolean };

/** The page that exists: a link to one further on leads to the last. */
export const pageWithin = (page: number, total: number, size: number): number =>
  Math.min(page, Math.max(1, Math.ceil(total / size)));

/**
 * One page of what `read` finds, with how many there are in all, in one statement: `read` gives the rows of a page with
 * the number of all in each. A link to a page further on leads to the last.
 */
export async function pageWithTotal<Row extends object>(
  read: (page: number) => Promise<(Row & { total: number })[]>,
  { page, size }: Pick<PageOf, "page" | "size">,
): Promise<{ rows: Row[]; total: number; page: number }> {
  const bare = (rows: (Row & { total: number })[]) =>
    rows.map(({ total: _, ...row }) => row as unknown as Row);
  const rows = await read(page);
  if (rows.length > 0 || page === 1) return { rows: bare(rows), total: rows[0]?.total ?? 0, page };
  const total = (await read(1))[0]?.total ?? 0;
  const last = pageWithin(page, total, size);
  return { rows: bare(await read(last)), total, page: last };
}
