/** Page numbers to offer: first, last, the current one and its neighbours; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(near)].sort((one, other) => one - other);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [0, number];
  });
}

/** Pages as links. `pageLabel` is a pattern such as "Page {page}". */
export function Pagination({
  page,
  pages,
  href,
  labels,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
  labels: { pages: string; previous: string; next: string; page: string };
}) {
  if (pages <= 1) return null;
  return (
    <nav className="pagination" data-scroll aria-label={labels.pages}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev" aria-label={labels.previous}>
          <Arrow back />
        </a>
      ) : null}
      {pageNumbers(page, pages).map((number, index) =>
        number === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no identity but its place
          <span key={`gap${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          <a
            key={number}
            href={href(number)}
            aria-label={labels.page.replace("{page}", String(number))}
            aria-current={number === page ? "page" : undefined}
          >
            {number}
          </a>
        ),
      )}
      {page < pages ? (
        <a href={href(page + 1)} rel="next" aria-label={labels.next}>
          <Arrow />
        </a>
      ) : null}
    </nav>
  );
}

const Arrow = ({ back = false }: { back?: boolean }) => (
  <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d={back ? "M10 3 5 8l5 5" : "M6 3l5 5-5 5"} />
  </svg>
);
