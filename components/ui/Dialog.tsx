"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * A modal dialog that the address opens: rendered by the page when its URL says so, so it works without JavaScript
 * (as a box at the top of the page). Escape and a click beside it go to `closeHref`. Focus starts on
 * `[data-autofocus]`: give it to Cancel.
 */
export function Dialog({
  title,
  closeHref,
  children,
  id = "dialog",
}: {
  title: string;
  closeHref: string;
  children: ReactNode;
  id?: string;
}) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.matches(":modal")) return;
    const opener = document.activeElement;
    element.close();
    element.showModal();
    // One reads from the top, wherever the focus is.
    element.querySelector<HTMLElement>("[data-autofocus]")?.focus({ preventScroll: true });
    element.scrollTop = 0;
    return () => {
      element.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  const leave = () => router.replace(closeHref, { scroll: false });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop, Escape does the same
    <dialog
      ref={dialog}
      open
      className="dialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) leave();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </dialog>
  );
}
