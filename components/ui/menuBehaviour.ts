import type { KeyboardEvent } from "react";

const EDGE = 8;

/** Puts an open menu below its trigger, right edges together; above it where there is no room below. */
export function placeMenu(menu: HTMLElement, trigger: Element) {
  const anchor = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = anchor.bottom + 4;
  const fits = below + height <= innerHeight - EDGE || anchor.top < height;
  const top = fits ? Math.min(below, innerHeight - EDGE - height) : anchor.top - 4 - height;
  menu.style.top = `${Math.max(EDGE, top)}px`;
  menu.style.left = `${Math.max(EDGE, Math.min(anchor.right - width, innerWidth - EDGE - width))}px`;
}

const items = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];

/** Focus on the first item, or on the last. */
export const enterMenu = (menu: HTMLElement, last = false) =>
  items(menu)
    .at(last ? -1 : 0)
    ?.focus();

/** Arrow keys, Home, End and first letters move within an open menu; Tab closes it. Escape is the popover's own. */
export function onMenuKey(event: KeyboardEvent<HTMLElement>) {
  const menu = event.currentTarget;
  const all = items(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const step: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const next = step[event.key];
  if (next !== undefined) {
    event.preventDefault();
    all.at(next % all.length)?.focus();
  } else if (event.key === "Tab") {
    menu.hidePopover();
  } else if (event.key === " " && document.activeElement instanceof HTMLAnchorElement) {
    event.preventDefault();
    document.activeElement.click();
  } else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey) {
    const letter = event.key.toLocaleLowerCase();
    const rotated = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    rotated.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
  }
}
