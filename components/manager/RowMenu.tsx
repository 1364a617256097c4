"use client";

import { useEffect, useRef } from "react";
import { MenuItem } from "@/components/ui/Menu";
import { enterMenu, onMenuKey, placeMenu } from "@/components/ui/menuBehaviour";
import { IDLE } from "@/lib/pipeline/formState";
import type { FormAction, FormScope } from "./ActionForm";
import { rowName, type TableAction, type TableRow } from "./tableTypes";

export interface OpenRow {
  row: TableRow;
  /** The button that opened it; absent when the address did (`?menu=<id>`, without JavaScript). */
  trigger?: HTMLElement;
}

interface RowMenuProps {
  open: OpenRow;
  actions: readonly TableAction[];
  /** Pattern, "Actions for {name}". */
  label: string;
  scope?: FormScope;
  run: (action: FormAction, data: FormData) => void;
  onClose: () => void;
}

/** A random UUID. `crypto.randomUUID` is missing where the page came without TLS. */
function freshKey(): string {
  const random = () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (+digit ^ (random() & (15 >> (+digit / 4)))).toString(16),
  );
}

/** The menu of one row. There is one in the whole table, made when it is opened. */
export function RowMenu({ open, actions, label, scope, run, onClose }: RowMenuProps) {
  const { row, trigger } = open;
  const menu = useRef<HTMLDivElement>(null);

  // Each time that it is asked for: that it was closed is said a moment later, when it may be wanted again.
  useEffect(() => {
    const element = menu.current;
    if (!element || !open.trigger) return;
    if (!element.matches(":popover-open")) element.showPopover();
    placeMenu(element, open.trigger);
    enterMenu(element);
  }, [open]);

  // Hiding gives the focus back to the button, where a dialog that opens now will return it.
  const close = () => (trigger ? menu.current?.hidePopover() : onClose());
  const offered = actions.map((action, index) => ({
    action,
    reason: row.why?.[index],
    can: row.can?.includes(index),
  }));
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className={trigger ? "menu" : "menu-inline"}
      popover={trigger ? "auto" : undefined}
      aria-label={label.replace("{name}", rowName(row))}
      onKeyDown={onMenuKey}
      onToggle={(event) => {
        if (event.newState !== "closed") return;
        // Escape and Tab come back to the button; a click elsewhere has a place of its own.
        if (document.activeElement === document.body) trigger?.focus();
        onClose();
      }}
      onClick={(event) => {
        if ((event.target as Element).closest("a")) close();
      }}
    >
      {/* Above the table nothing else says whose menu it is. */}
      {trigger ? null : (
        <bdi className="menu-title" aria-hidden="true">
          {rowName(row)}
        </bdi>
      )}
      {offered.map(({ action, reason, can }) => {
        if (!can && !reason) return null;
        if (reason || !action.action) {
          const href = action.href?.replace("{id}", encodeURIComponent(row.id)) ?? "";
          return (
            <MenuItem
              key={action.label}
              label={action.label}
              href={href}
              danger={action.danger}
              reason={reason}
            />
          );
        }
        return (
          <RowCommand key={action.label} {...{ row, action, scope, run, close }} command={action.action} />
        );
      })}
    </div>
  );
}

function RowCommand({
  row,
  action,
  command,
  scope,
  run,
  close,
}: Pick<RowMenuProps, "scope" | "run"> & {
  row: TableRow;
  action: TableAction;
  command: FormAction;
  close: () => void;
}) {
  // Without JavaScript the form posts to the action itself; the page that comes back shows the new state.
  const post: (data: FormData) => Promise<unknown> = command.bind(null, IDLE);
  const hidden = Object.entries({ ...action.hidden, id: row.id, _key: scope?.key, _user: scope?.user });
  return (
    <form
      action={post as (data: FormData) => Promise<void>}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        // One page, several rows: each click is an act of its own.
        data.set("_key", freshKey());
        run(command, data);
        close();
      }}
    >
      {scope?.organization ? <input type="hidden" name="_organization" value={scope.organization} /> : null}
      {hidden.map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <button
        type="submit"
        className="menu-item"
        role="menuitem"
        data-danger={action.danger ? "" : undefined}
      >
        {action.label}
      </button>
    </form>
  );
}
