/** Tabs that are links: each has a URL, `current` is the page that is shown. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: readonly { label: string; href: string; current?: boolean; count?: string }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.label}
          {item.count === undefined ? null : <span>{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}

/** The same look inside a form: each sends the form along, so that nothing entered on one tab is lost on the way to another. */
export function TabButtons({
  label,
  name,
  items,
}: {
  label: string;
  name: string;
  items: readonly { label: string; value: string; current?: boolean; count?: string }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ label: text, value, current, count }) => (
        <button
          key={value}
          type="submit"
          name={name}
          value={value}
          aria-current={current ? "page" : undefined}
        >
          {text}
          {count === undefined ? null : <span>{count}</span>}
        </button>
      ))}
    </nav>
  );
}
