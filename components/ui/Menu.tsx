"use client";

import { type ReactNode, useId, useRef } from "react";
import { enterMenu, onMenuKey, placeMenu } from "./menuBehaviour";

export interface MenuLink {
  label: string;
  href: string;
  icon?: ReactNode;
  danger?: boolean;
  /** Not possible now: shown with the reason, does nothing. */
  reason?: string;
}

/** One entry of a menu, as a link. */
export function MenuItem({ label, href, icon, danger, reason }: MenuLink) {
  if (reason) {
    return (
      <div className="menu-item" role="menuitem" aria-disabled="true" tabIndex={-1}>
        {icon}
        <span>
          {label}
          <small>{reason}</small>
        </span>
      </div>
    );
  }
  return (
    <a className="menu-item" role="menuitem" href={href} data-danger={danger ? "" : undefined}>
      {icon}
      {label}
    </a>
  );
}

/**
 * A button that opens a menu: a native popover, so it opens without JavaScript too. With it: placed at the button, arrow
 * keys, focus back on Escape. `trigger` is what the button shows, `label` its accessible name.
 */
export function Menu({
  label,
  trigger,
  children,
  className = "icon-button",
  menuClassName = "",
  place = true,
}: {
  label: string;
  trigger: ReactNode;
  children: ReactNode;
  className?: string;
  menuClassName?: string;
  /** false: the style sheet places it. */
  place?: boolean;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-label={label}
        aria-haspopup="menu"
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          const menu = document.getElementById(id);
          menu?.showPopover();
          if (menu) enterMenu(menu, event.key === "ArrowUp");
        }}
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={`menu ${menuClassName}`}
        onToggle={(event) => {
          if (event.newState !== "open" || !button.current) return;
          if (place) placeMenu(event.currentTarget, button.current);
          if (!event.currentTarget.contains(document.activeElement)) enterMenu(event.currentTarget);
        }}
        onKeyDown={onMenuKey}
        onClick={(event) => {
          if ((event.target as Element).closest("a")) event.currentTarget.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}
