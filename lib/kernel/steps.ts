/** What a form sent. */
export type Values = Readonly<Record<string, string | string[]>>;

/** A step of a wizard, with what its address carries beside the draft. */
export type Place = { step: string; query?: Record<string, string | undefined> };

/** What a form sent under a name; nothing for an empty field. */
export const sentAs = (values: Values, name: string): string | undefined =>
  [values[name] ?? []].flat()[0] || undefined;

/**
 * Where a step leads that keeps its answers: to the step that was gone to (`go`), to another tab (`to`), order (`by`)
 * or page of its own list, or onwards.
 */
export function stepAfter(values: Values, here: string, next: Place): Place {
  const [go, to, by, page] = ["go", "to", "by", "page"].map((name) => sentAs(values, name));
  if (go && go !== here) return { step: encodeURIComponent(go) };
  // Enter sends the first page everywhere: where nothing can be searched it leads on.
  if (!go && !to && !by && !(page && values.q !== undefined)) return next;
  const [show, q, sort] = ["show", "q", "sort"].map((name) => sentAs(values, name));
  return { step: here, query: { show: to ?? show, q, sort: by ?? sort, page } };
}
