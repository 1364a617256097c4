import type { ReactNode } from "react";

export interface Crumb {
  label: string;
  /** The last crumb is the page itself and has none. */
  href?: string;
}

/** Where the page stands. `label` is the word "Breadcrumb". */
function Breadcrumb({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href ?? item.label}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The head of a page: breadcrumb, the one h1, a sentence, and the one primary action at the top right. */
export function PageHeader({
  title,
  description,
  action,
  breadcrumb,
  badge,
}: {
  title: string;
  description?: ReactNode;
  action?: ReactNode;
  breadcrumb?: { label: string; items: readonly Crumb[] };
  /** A state that belongs to the title. */
  badge?: ReactNode;
}) {
  return (
    <>
      {breadcrumb ? <Breadcrumb {...breadcrumb} /> : null}
      <header className="page-head">
        <div>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1>{title}</h1>
            {badge}
          </div>
          {description ? <p>{description}</p> : null}
        </div>
        {action ? <div className="actions">{action}</div> : null}
      </header>
    </>
  );
}
