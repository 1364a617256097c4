/** What a page of a table is asked with, and with how many it must do. */
export type PageOf = { page: number; size: number; descending: boolean };

/** The page that exists: a link to one further on leads to the last. */
export const pageWithin = (page: number, total: number, size: number): number =>
  Math.min(page, Math.max(1, Math.ceil(total / size)));
