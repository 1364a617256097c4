import type { ReactNode } from "react";

/** A bordered part of a page with its own h2, an optional link or button at its right, and an optional foot. */
export function Card({
  title,
  description,
  action,
  foot,
  children,
  id,
}: {
  title?: string;
  description?: ReactNode;
  action?: ReactNode;
  foot?: ReactNode;
  children?: ReactNode;
  id?: string;
}) {
  return (
    <section className="card" id={id} aria-labelledby={id && title ? `${id}-title` : undefined}>
      {title ? (
        <div className="card-head">
          <h2 id={id ? `${id}-title` : undefined}>{title}</h2>
          {action}
          {description ? <p>{description}</p> : null}
        </div>
      ) : null}
      {children ? <div className="card-body">{children}</div> : null}
      {foot ? <div className="card-foot">{foot}</div> : null}
    </section>
  );
}
