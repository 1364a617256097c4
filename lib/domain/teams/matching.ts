/** A pattern for `LIKE` that finds what contains these words, whatever their case; null for none. */
export const containing = (words: string): string | null =>
  words === "" ? null : `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
