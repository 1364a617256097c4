import type { ComponentProps, ReactNode } from "react";

export interface ButtonLook {
  /** One `primary` per page; `danger` for what takes something away. */
  variant?: "primary" | "secondary" | "danger" | "quiet" | "link";
  size?: "normal" | "small";
  /** As wide as its container: the one button of a card. */
  wide?: boolean;
  icon?: ReactNode;
}

const look = ({ variant = "secondary", size = "normal", wide }: ButtonLook, className?: string) => ({
  className: className ? `button ${className}` : "button",
  "data-variant": variant === "secondary" ? undefined : variant,
  "data-size": size === "normal" ? undefined : size,
  "data-wide": wide ? "" : undefined,
});

/** A button. While `busy` it is disabled, shows a spinner, and keeps its label. */
export function Button({
  variant,
  size,
  wide,
  icon,
  busy = false,
  className,
  children,
  type = "button",
  disabled,
  ...rest
}: ButtonLook & { busy?: boolean } & ComponentProps<"button">) {
  return (
    <button
      {...rest}
      {...look({ variant, size, wide }, className)}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      data-busy={busy ? "" : undefined}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button. Client-side navigation comes from the shell, so this stays a plain link. */
export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<"a"> & { href: string }) {
  return (
    <a {...rest} {...look({ variant, size, wide }, className)}>
      {icon}
      {children}
    </a>
  );
}

/**
 * An action that cannot be done now: visible, focusable, does nothing, and says why. Without `reason` the page says it
 * in an element `${id}-reason` of its own: below a row of several buttons.
 */
export function BlockedButton({
  reason,
  id,
  label,
  children,
  ...appearance
}: ButtonLook & { reason?: string; id: string; label?: string; children: ReactNode }) {
  const button = (
    <button
      {...look(appearance)}
      type="button"
      aria-disabled="true"
      aria-label={label}
      aria-describedby={`${id}-reason`}
    >
      {appearance.icon}
      {children}
    </button>
  );
  if (reason === undefined) return button;
  return (
    <span className="inline-flex flex-col items-start gap-1 sm:items-end">
      {button}
      <small id={`${id}-reason`} className="text-sm text-muted max-w-[36ch] sm:text-right">
        {reason}
      </small>
    </span>
  );
}
