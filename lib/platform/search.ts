/** A pattern for `LIKE` that finds what contains these words, whatever their case. */
export const containing = (words: string): string =>
  `%${words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;

/** The condition under which a member `m` with the account `u` is found: by name, in either order, or by address. */
export const personMatches = (pattern: string): string =>
  `(m."nameKey" LIKE ${pattern} OR lower(u."lastName" || ' ' || u."firstName") LIKE ${pattern} OR u."email" LIKE ${pattern})`;
