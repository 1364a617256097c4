"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "@/components/ui/Icon";
import { Kbd } from "@/components/ui/Kbd";
import type { ShellLabels } from "./labels";
import { switchHref } from "./navigation";
import type { NavSection, PaletteData, SwitcherData } from "./shellTypes";

const loadPicker = () => import("./Picker");
const Picker = lazy(async () => ({ default: (await loadPicker()).Picker }));

/** Ctrl-K or Cmd-K: go to a page, do something, search, switch. The button that opens it stands in the top bar. */
export function CommandPalette({
  sections,
  data,
  switcher,
  labels,
}: {
  sections: readonly NavSection[];
  data: PaletteData;
  switcher: SwitcherData;
  labels: ShellLabels["palette"];
}) {
  const path = usePathname();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const from = switcher.current ? { slug: switcher.current.slug, path, sections } : null;
  const pages = sections.flatMap((section) => section.items).filter((item) => !item.reason);
  const simple = (entry: { label: string; href: string }) => ({ ...entry, key: entry.href });
  return (
    <>
      <button
        type="button"
        className="palette-trigger"
        aria-label={labels.open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        onPointerEnter={() => void loadPicker()}
      >
        <Icon name="search" />
        <span className="palette-hint">{labels.open}</span>
        <Kbd>{labels.keys}</Kbd>
      </button>
      {open ? (
        <Suspense>
          <Picker
            center
            label={labels.label}
            placeholder={labels.placeholder}
            empty={labels.empty}
            groups={[
              {
                title: labels.goTo,
                options: pages.map(({ label, href, icon }) => ({
                  key: href,
                  label,
                  href,
                  icon: <Icon name={icon} />,
                })),
              },
              { title: labels.actions, options: (data.actions ?? []).map(simple) },
              {
                title: labels.switch,
                options: [...switcher.mine, ...switcher.clients].map(([slug, name, role]) => ({
                  key: `switch-${slug}`,
                  label: name,
                  detail: role,
                  href: switchHref(switcher.href, slug, from),
                })),
              },
              { title: labels.search, options: (data.searches ?? []).map(simple), forQuery: true },
            ]}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
