"use client";

import { type ReactNode, useEffect, useState } from "react";

const SHOWN_MS = 8000;

/**
 * A short word that something was done; never the only place of an error. Goes away by itself, not while the pointer or
 * the focus is on it. `action` is e.g. a form with Undo.
 */
export function Toast({
  message,
  close,
  action,
}: {
  message: string;
  /** Label of the button that closes it. */
  close: string;
  action?: ReactNode;
}) {
  const [shown, setShown] = useState(true);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);

  return (
    <div className="toasts" role="status">
      {shown ? (
        <div
          className="toast"
          role="none"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p>{message}</p>
          {action}
          <button type="button" aria-label={close} title={close} onClick={() => setShown(false)}>
            <svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              aria-hidden="true"
            >
              <path d="m4 4 8 8m0-8-8 8" />
            </svg>
          </button>
        </div>
      ) : null}
    </div>
  );
}
