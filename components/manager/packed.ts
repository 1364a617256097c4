/** Data on its way to a client component, as one text. */
export type Packed<Data> = string & { readonly packed?: Data };

/**
 * Packs what is nothing but data. React looks at every value that it hands to the browser, once to write it and twice to
 * read it: a text is one value, and the engine's own JSON is many times as fast.
 */
export const pack = <Data extends object>(data: Data): Packed<Data> => JSON.stringify(data);

export const unpack = <Data extends object>(text: Packed<Data>): Data => JSON.parse(text);
