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
