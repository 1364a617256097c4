"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/Icon";
import { SIDEBAR_COOKIE } from "./appearance";
import type { ShellLabels } from "./labels";
import { currentHref } from "./navigation";
import type { NavItem, NavSection } from "./shellTypes";

const YEAR = 31_536_000;

/** The navigation: a column that folds to icons; on a phone a native popover, so that it opens without JavaScript. */
export function Sidebar({
  id,
  sections,
  labels,
  folded: initiallyFolded,
  brand,
}: {
  id: string;
  sections: readonly NavSection[];
  labels: Pick<ShellLabels, "main" | "closeMenu" | "fold" | "unfold">;
  folded: boolean;
  brand: ReactNode;
}) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  const [folded, setFolded] = useState(initiallyFolded);
  const current = currentHref(sections, path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the page changes
  useEffect(() => {
    if (nav.current?.matches(":popover-open")) nav.current.hidePopover();
  }, [path]);

  const toggle = () => {
    nav.current?.closest(".shell")?.toggleAttribute("data-folded", !folded);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
    document.cookie = `${SIDEBAR_COOKIE}=${folded ? "open" : "folded"}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
    setFolded(!folded);
  };

  return (
    <nav className="sidebar" id={id} ref={nav} popover="auto" aria-label={labels.main}>
      <button
        type="button"
        className="icon-button sidebar-close"
        popoverTarget={id}
        popoverTargetAction="hide"
        aria-label={labels.closeMenu}
      >
        <Icon name="close" />
      </button>
      {sections.map((section) => (
        <div key={section.items[0]?.href}>
          {section.title ? <h2>{section.title}</h2> : null}
          <ul>
            {section.items.map((item) => (
              <li key={item.href}>
                <Entry item={item} current={item.href === current} folded={folded} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="sidebar-foot">
        {brand}
        <button
          type="button"
          className="icon-button fold"
          aria-label={folded ? labels.unfold : labels.fold}
          onClick={toggle}
        >
          <Icon name="fold" />
        </button>
      </div>
    </nav>
  );
}

function Entry({ item, current, folded }: { item: NavItem; current: boolean; folded: boolean }) {
  const content = (
    <>
      <Icon name={item.icon} />
      <span>
        {item.label}
        {item.reason ? <small>{item.reason}</small> : null}
      </span>
    </>
  );
  if (item.reason) {
    return (
      <span className="nav-item" data-blocked>
        {content}
      </span>
    );
  }
  return (
    <a
      className="nav-item"
      href={item.href}
      aria-current={current ? "page" : undefined}
      title={folded ? item.label : undefined}
    >
      {content}
    </a>
  );
}
