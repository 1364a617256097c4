"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

export interface PickerOption {
  key: string;
  label: string;
  detail?: string;
  href: string;
  checked?: boolean;
  icon?: ReactNode;
}

export interface PickerGroup {
  title: string;
  options: readonly PickerOption[];
  /** Shown whatever is typed, with `{q}` filled in; hidden while nothing is. */
  forQuery?: boolean;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Options that contain every word of the query, those that begin with it first. */
function matching(options: readonly PickerOption[], query: string) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const rank = (option: PickerOption) => (plain(option.label).startsWith(words[0] ?? "") ? 0 : 1);
  return options
    .filter((option) => words.every((word) => plain(`${option.label} ${option.detail ?? ""}`).includes(word)))
    .sort((one, other) => rank(one) - rank(other));
}

const filled = (option: PickerOption, q: string): PickerOption => ({
  ...option,
  label: option.label.replace("{q}", q),
  href: option.href.replace("{q}", encodeURIComponent(q)),
});

const LONGEST = 50;

/**
 * A search field over a grouped list, in a modal dialog: the organization switcher and the command palette. Arrow keys
 * move, Enter goes, Escape closes and gives the focus back. Focus stays in the field, as in a combobox.
 */
export function Picker({
  label,
  placeholder,
  empty,
  groups,
  links = [],
  center = false,
  onClose,
}: {
  label: string;
  placeholder: string;
  empty: string;
  groups: readonly PickerGroup[];
  /** Below the list. */
  links?: readonly { label: string; href: string; icon?: ReactNode }[];
  center?: boolean;
  onClose: () => void;
}) {
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState<number | null>(null);

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);

  const q = query.trim();
  const shown = groups
    .map((group) => ({
      title: group.title,
      options: group.forQuery
        ? q
          ? group.options.map((option) => filled(option, q))
          : []
        : matching(group.options, q).slice(0, LONGEST),
    }))
    .filter((group) => group.options.length > 0);
  const options = shown.flatMap((group) => group.options);
  const checked = options.findIndex((option) => option.checked);
  const active = Math.min(at ?? (q ? 0 : Math.max(0, checked)), options.length - 1);
  const activeKey = options[active]?.key;

  useEffect(() => {
    if (activeKey) document.getElementById(id + activeKey)?.scrollIntoView({ block: "nearest" });
  }, [id, activeKey]);

  const go = (href: string) => {
    dialog.current?.close();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: (active + 1) % options.length,
      ArrowUp: (active - 1 + options.length) % options.length,
      PageDown: Math.min(active + 8, options.length - 1),
      PageUp: Math.max(active - 8, 0),
    };
    const chosen = options[active];
    if (event.key === "Enter" && chosen) go(chosen.href);
    else if (event.key in steps && options.length > 0) setAt(steps[event.key] ?? 0);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop, Escape does the same
    <dialog
      ref={dialog}
      className="picker"
      data-center={center ? "" : undefined}
      aria-label={label}
      onClose={onClose}
      onCancel={(event) => {
        // At once: the browser says a moment later that it was closed, and it may be wanted again by then.
        event.preventDefault();
        event.currentTarget.close();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-label={placeholder}
        aria-expanded={options.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={activeKey ? id + activeKey : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(null);
        }}
        onKeyDown={onKeyDown}
      />
      {options.length === 0 ? <p role="status">{empty}</p> : null}
      <div id={`${id}list`} role="listbox" aria-label={label} hidden={options.length === 0}>
        {shown.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="menu-title" aria-hidden="true">
              {group.title}
            </div>
            {group.options.map((option) => (
              <Choice
                key={option.key}
                id={id + option.key}
                option={option}
                active={option.key === activeKey}
                go={go}
              />
            ))}
          </div>
        ))}
      </div>
      {links.length > 0 ? (
        <footer>
          {links.map((link) => (
            <a key={link.href} className="option" href={link.href} onClick={() => dialog.current?.close()}>
              {link.icon}
              <span>{link.label}</span>
            </a>
          ))}
        </footer>
      ) : null}
    </dialog>
  );
}

function Choice({
  id,
  option,
  active,
  go,
}: {
  id: string;
  option: PickerOption;
  active: boolean;
  go: (href: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    <div
      id={id}
      role="option"
      className="option"
      aria-selected={option.checked ?? false}
      data-active={active ? "" : undefined}
      onClick={() => go(option.href)}
    >
      {option.icon}
      <span>{option.label}</span>
      {option.detail ? <small>{option.detail}</small> : null}
      {option.checked ? <Check /> : null}
    </div>
  );
}

const Check = () => (
  <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
    <path d="m3 8.5 3.2 3.2L13 5" />
  </svg>
);
